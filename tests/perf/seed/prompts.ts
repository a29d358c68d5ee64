import type { Chance } from '@/tests/faults/chance'

// Prompts as people write them: usual words often, others seldom, some that stand once, and not in English alone.

const list = (words: string) => words.split(',').map((word) => word.trim())

const SUBJECTS =
  list(`mooring poles, a ferryman, the lighthouse, a glass blower, two rowers, an old tram, a heron, market stalls,
  a fox, the cellist, a paper boat, snow geese, a diver, the baker's daughter, a red umbrella, a stray dog, terracotta roofs,
  an astronaut, the harbour crane, a beekeeper, a clockmaker, a hot-air balloon, wild horses, a potter's wheel, the night train,
  a violinist, a koi pond, an orchard keeper, a lantern seller, three cyclists, a surfer, a bronze statue, the tide, a chess player,
  a moth, an espresso machine, a carousel, a mountain goat, the choir, a welder, a sailmaker, an owl, the greenhouse, a tailor`)
const VERBS =
  list(`drifts past, waits beside, turns slowly toward, is reflected in, rises above, walks through, vanishes behind,
  looks up at, glides over, is lit by, leans against, runs along, unfolds in front of, circles, crosses, settles on, emerges from,
  trembles in, floats above, dissolves into, listens to, climbs, opens, follows`)
const PLACES =
  list(`the canal, a flooded square, the empty quay, a moonlit dune, the old shipyard, a narrow alley, the salt flats,
  a birch forest, the observatory, a rooftop garden, the fish market, a stone bridge, an abandoned theatre, the glacier,
  a lavender field, the subway platform, a tidal pool, the cathedral steps, a neon arcade, the vineyard, a desert road,
  the library stairs, a frozen lake, an olive grove, the opera house, a bamboo grove, the ferry deck, a coral reef`)
const LIGHTS =
  list(`at dusk, at first light, in sea fog, under sodium lamps, in heavy rain, at golden hour, in falling snow,
  by candlelight, under the aurora, in harsh noon sun, at blue hour, through dusty windows, in a thunderstorm, by starlight`)
const CAMERAS =
  list(`slow push in, low tracking shot, handheld, one full orbit, locked-off wide shot, crane up, macro, dolly zoom,
  drone pull back, whip pan, over the shoulder, rack focus, time-lapse, slow motion 120 fps, first person view, long take`)
const STYLES =
  list(`35mm film grain, watercolour, stop motion, anamorphic, hand-drawn, photorealistic, noir, pastel palette,
  claymation, cinematic, oil painting, infrared, VHS, cel shading, minimal, volumetric light, shallow depth of field`)
const ABROAD =
  list(`夕暮れの運河をゆっくり進む小舟, 東京タワーの夜景と雨に濡れた路地, 桜の下を走る子犬, 雪の中の古い駅, 夜幕下的威尼斯运河,
  海边灯塔与浓雾, 竹林里的武术家, 城市屋顶上的猫, 비 오는 서울의 골목길, 해질녘 항구의 갈매기, قارب صغير عند الغروب في القناة,
  فنار في ضباب البحر, Маяк в морском тумане, Старый трамвай под дождём, φάρος στην ομίχλη της θάλασσας, नदी किनारे शाम की आरती,
  เรือลำเล็กในคลองยามเย็น, Über den Dächern der Altstadt, Été au bord de la lagune, Çok eski bir gemi, Łódź o świcie, Ёжик в тумане 🦔`)
const EMOJI = list('🎬, 🌊, 🦊, 🌙, 🔥, ❄️, 🎻, 🚲')
const SYLLABLES = list(
  'ma, ro, vel, ti, san, dor, ka, lu, mir, ne, pol, qua, ri, sto, ta, ul, ver, xi, yo, zen, bra, cho, fe, gri',
)

const TAGS =
  list(`hero, draft, b-roll, client A, client B, night, water, faces, loop, keep, redo, sound on, title, cutaway,
  winter, drone, test, music video, 採用, ночь`)

export const tagNames: readonly string[] = TAGS

/** The usual ones far more often than the others. */
export function pick<T>(chance: Chance, items: readonly T[], skew = 1.7): T {
  const item = items[Math.floor(chance.next() ** skew * items.length)]
  if (item === undefined) throw new Error('There is nothing to choose from.')
  return item
}

export function makePrompt(chance: Chance): string {
  if (chance.next() < 0.06) return pick(chance, ABROAD, 1)
  const parts = [
    `${pick(chance, SUBJECTS)} ${pick(chance, VERBS)} ${pick(chance, PLACES)} ${pick(chance, LIGHTS)}`,
    pick(chance, CAMERAS),
    ...(chance.next() < 0.6 ? [pick(chance, STYLES)] : []),
    ...(chance.next() < 0.3 ? [`the name ${name(chance)} on a sign`] : []),
    ...(chance.next() < 0.15 ? [`then ${pick(chance, SUBJECTS)} ${pick(chance, VERBS)} ${pick(chance, PLACES)}`] : []),
    ...(chance.next() < 0.05 ? [pick(chance, EMOJI, 1)] : []),
    ...(chance.next() < 0.03 ? [pick(chance, ABROAD, 1)] : []),
  ]
  const prompt = parts.join(', ')
  return prompt.charAt(0).toUpperCase() + prompt.slice(1)
}

/** A name of two to four syllables: about a hundred thousand, so that most stand seldom. */
export function name(chance: Chance): string {
  const text = Array.from({ length: 2 + Math.floor(chance.next() * 3) }, () => pick(chance, SYLLABLES, 1)).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
