import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { shoot } from '@/tests/support/footage'

/** A real clip of the library that many generations share, with its poster and hover preview. */
export interface SeedClip {
  hash: string
  bytes: number
  width: number
  height: number
  durationMs: number
  hasAudio: boolean
  poster: { bytes: number; width: number; height: number }
  preview: { bytes: number; width: number; height: number }
}

const SIZES = [
  [1280, 720],
  [720, 1280],
  [720, 720],
] as const
const SECONDS = [4, 5, 8, 10]
const FPS = 2
/** Encoding takes as long as there are pixels: the files are a quarter as large as their rows say they are. */
const SCALE = 4

/** Twelve clips: three shapes, four lengths, half of them with sound. */
export async function makeClips(dataDir: string): Promise<SeedClip[]> {
  const clips = join(dataDir, 'media/clips')
  const derivatives = join(dataDir, 'media/derivatives')
  for (const folder of [clips, derivatives]) mkdirSync(folder, { recursive: true })
  const made: SeedClip[] = []
  for (const [at, [width, height]] of SIZES.entries()) {
    for (const [index, seconds] of SECONDS.entries()) {
      const hasAudio = (at + index) % 2 === 0
      const small = { width: width / SCALE, height: height / SCALE }
      const file = await shoot({ ...small, fps: FPS, frames: seconds * FPS, sound: hasAudio })
      const hash = createHash('sha256').update(file).digest('hex')
      const preview = await shoot({ ...small, fps: FPS, frames: 3 * FPS })
      const poster = await picture(width, height, made.length)
      writeFileSync(join(clips, `${hash}.mp4`), file)
      writeFileSync(join(derivatives, `${hash}.preview.mp4`), preview)
      writeFileSync(join(derivatives, `${hash}.poster.webp`), poster.bytes)
      made.push({
        ...{ hash, bytes: file.length, width, height, durationMs: seconds * 1000, hasAudio },
        poster: { ...poster, bytes: poster.bytes.length },
        preview: { ...small, bytes: preview.length },
      })
    }
  }
  return made
}

/** A poster as large as the studio's own are, each in another colour. */
async function picture(width: number, height: number, seed: number) {
  const scale = 960 / Math.max(width, height, 960)
  const [hue, box] = [(seed * 47) % 360, { width: Math.round(width * scale), height: Math.round(height * scale) }]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}"><defs><linearGradient id="g" x2="1" y2="1">
    <stop stop-color="hsl(${hue} 60% 22%)"/><stop offset="1" stop-color="hsl(${(hue + 70) % 360} 70% 62%)"/></linearGradient>
    <filter id="n"><feTurbulence baseFrequency="0.02" numOctaves="3" seed="${seed}"/><feBlend in="SourceGraphic" mode="multiply"/></filter>
    </defs><rect width="100%" height="100%" fill="url(#g)" filter="url(#n)"/></svg>`
  const bytes = await sharp(Buffer.from(svg)).webp({ quality: 78 }).toBuffer()
  return { bytes, ...box }
}
