import { Sprite } from './sprite.mjs'

const near = (/** @type {number} */ value, /** @type {number} */ centre, /** @type {number} */ reach) =>
  Math.abs(value - centre) <= reach

/** A mooring mark of the lagoon: three piles leaning together, bound near the top. @param {number} tall pixels */
export function mooring(tall) {
  return new Sprite(tall * 0.26, tall, (x, y) => {
    const spread = 0.1 + 0.34 * Math.abs(y - 0.22) ** 1.1
    const thick = 0.055 + 0.03 * y
    const bound = near(y, 0.24, 0.018) && near(x, 0.5, 0.15)
    return (
      bound ||
      near(x, 0.5, thick * 0.9) ||
      (y > 0.06 && (near(x, 0.5 - spread * 0.9, thick) || near(x, 0.5 + spread * 0.9, thick)))
    )
  })
}

/** One pile. @param {number} tall pixels */
export function pile(tall) {
  return new Sprite(Math.max(3, tall * 0.05), tall, (x, y) => near(x, 0.5, 0.28 + 0.2 * y))
}

/** A low boat, its bow turned up, with somebody rowing it standing. @param {number} long pixels */
export function rower(long) {
  return new Sprite(long, long * 0.62, (x, y) => {
    const keel = 1 - 0.32 * (2 * Math.abs(x - 0.5)) ** 2.6
    const gunwale = keel - 0.14 * (1 - (2 * Math.abs(x - 0.5)) ** 2) - 0.015
    if (y < keel && y > gunwale && x > 0.02 && x < 0.98) return true
    const lean = 0.62 + (0.8 - y) * 0.06
    const legs = y > 0.6 && y < 0.88 && (near(x, lean - 0.018, 0.012) || near(x, lean + 0.02, 0.012))
    const coat = y > 0.34 && y <= 0.64 && near(x, lean, 0.026 + (y - 0.34) * 0.035)
    const head = Math.hypot(x - (lean - 0.012), (y - 0.275) * 0.62) < 0.024
    const hat = near(y, 0.235, 0.012) && near(x, lean - 0.012, 0.036)
    const oar = near(x - (0.55 + (y - 0.42) * 0.42), 0, 0.0055) && y > 0.36
    return legs || coat || head || hat || oar
  })
}

/** Somebody standing. @param {number} tall pixels */
export function figure(tall) {
  return new Sprite(tall * 0.4, tall, (x, y) => {
    if (Math.hypot((x - 0.5) * 0.4, y - 0.09) < 0.07) return true
    if (y > 0.17 && y < 0.62) return near(x, 0.5, 0.16 + 0.14 * smoothShoulder(y))
    return y >= 0.62 && (near(x, 0.43, 0.075) || near(x, 0.58, 0.075))
  })
}

const smoothShoulder = (/** @type {number} */ y) => Math.min(1, (y - 0.17) * 6) * (1 - (y - 0.17) * 0.7)

/** A diver seen from below, arms back, legs trailing into fins. @param {number} long pixels */
export function diver(long) {
  return new Sprite(long, long * 0.36, (x, y) => {
    const spine = 0.5 - 0.12 * Math.sin((x - 0.1) * 3.4)
    const off = (y - spine) * 0.36
    if (Math.hypot(x - 0.9, off) < 0.036) return true
    if (x > 0.5 && x < 0.87) return Math.abs(off) < 0.042 * Math.sin(((x - 0.5) / 0.37) * Math.PI) ** 0.6 + 0.008
    const arm = near(off, 0.03 + (0.8 - x) * 0.16, 0.01) && x > 0.48 && x < 0.8
    const apart = 0.012 + (0.5 - x) * 0.13
    const thick = x < 0.14 ? 0.02 : 0.016
    const legs = x > 0.01 && x <= 0.52 && (near(off, apart, thick) || near(off, -apart, thick))
    return arm || legs
  })
}
