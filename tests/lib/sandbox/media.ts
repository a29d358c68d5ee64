const dataUrl = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`

/** As much of a PNG as a header check reads, of the given size. `note` goes into its bytes. */
export function png(width = 640, height = 360, note = ''): string {
  const header = Buffer.alloc(33)
  header.write('\x89PNG\r\n\x1a\n', 'latin1')
  header.writeUInt32BE(13, 8)
  header.write('IHDR', 12, 'latin1')
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  return dataUrl('image/png', Buffer.concat([header, Buffer.from(note)]))
}

export const mp4 = (note = '') =>
  dataUrl('video/mp4', Buffer.from(`\0\0\0\x18ftypisom\0\0\0\0isommp42${note}`, 'latin1'))
export const mp3 = (bytes = 64) => dataUrl('audio/mpeg', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(bytes)]))
