import { createHash } from 'node:crypto'
import { Canvas } from '../paint/canvas.mjs'
import { dice } from '../paint/light.mjs'
import { aurora } from './aurora.mjs'
import { bokeh } from './bokeh.mjs'
import { canal } from './canal.mjs'
import { dunes } from './dunes.mjs'
import { dusk } from './dusk.mjs'
import { furnace } from './furnace.mjs'
import { lighthouse } from './lighthouse.mjs'
import { mist } from './mist.mjs'
import { moonrise } from './moonrise.mjs'
import { mountains } from './mountains.mjs'
import { rings } from './rings.mjs'
import { squall } from './squall.mjs'
import { undersea } from './undersea.mjs'

/**
 * @typedef {{ canvas: Canvas, random: () => number, seed: number }} Stage
 * @typedef {{ words: RegExp, sound: string, paint: (stage: Stage) => (t: number) => void }} Play
 * @typedef {{ sound: string, prepare: (width: number, height: number) => (t: number) => Float32Array }} Scene
 */

/** In the order their words are looked for: the more particular first. @type {Play[]} */
const PLAYS = [
  lighthouse,
  rings,
  furnace,
  aurora,
  undersea,
  dunes,
  mountains,
  canal,
  squall,
  bokeh,
  moonrise,
  mist,
  dusk,
]

/**
 * The scene for an order: by the prompt's words where one fits, by its hash else. The take's hash moves everything in it.
 * @param {import('../order').FootageOrder} order
 * @returns {Scene}
 */
export function sceneFor({ prompt, take }) {
  const byPrompt = seedOf(prompt)
  const seed = seedOf(`${prompt}\n${take}`)
  const play = PLAYS.find(({ words }) => words.test(prompt)) ?? PLAYS[byPrompt % PLAYS.length]
  return {
    sound: play.sound,
    prepare(width, height) {
      const canvas = new Canvas(width, height)
      const paint = play.paint({ canvas, random: dice(seed), seed })
      return (t) => {
        paint(t)
        return canvas.pixels
      }
    },
  }
}

/** @param {string} text */
const seedOf = (text) => createHash('sha256').update(text).digest().readUInt32LE(0)
