import { createHash } from 'node:crypto'

/** 32 bits of a SHA-256, so that anything can seed a draw. */
export function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32LE(0)
}

export function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Two independent draws in (0, 1) from one text. */
export function unitPair(text: string): [number, number] {
  const digest = createHash('sha256').update(text).digest()
  const unit = (offset: number) => (digest.readUInt32LE(offset) + 0.5) / 2 ** 32
  return [unit(4), unit(8)]
}
