import { appendFileSync } from 'node:fs'
import { test } from 'vitest'
import { memoryReader } from '@/lib/media/reader'
import { verify } from '@/lib/media/verify'
import { shoot } from '@/tests/support/footage'
test('slow', async () => {
  console.warn = () => {}; console.error = () => {}
  const clip = await shoot({ sound: true, moovLast: true })
  const moov = Buffer.from(clip).indexOf('moov')
  for (let at = moov; at < clip.length; at++) {
    const d = clip.slice(); d[at] = 0xff
    appendFileSync('/tmp/slow.log', `${at-moov} ${Buffer.from(clip.subarray(at-12, at+4)).toString('latin1').replace(/[^a-z]/g,'.')}`)
    const t = performance.now(); const v = await verify(memoryReader(d)); 
    appendFileSync('/tmp/slow.log', ` ${Math.round(performance.now()-t)}\n`)
  }
}, 300000)
