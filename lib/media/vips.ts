import 'server-only'
import sharp from 'sharp'

// libvips reads some forty formats, drawings and documents among them, in this process. The library takes four kinds of
// picture: the other readers are shut, whatever a file says it is.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
})

export { sharp }
