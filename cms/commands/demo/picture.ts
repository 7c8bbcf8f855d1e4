/**
 * Paints karst islands on a calm bay, pixel by pixel: the same plan always gives the same picture. Not drawn as
 * SVG, because the process that takes uploads in has that decoder blocked, and rightly so.
 */
import sharp from 'sharp'
import type { PicturePlan } from './plan.ts'

type Colour = readonly [red: number, green: number, blue: number]
type Light = { sky: Colour; glow: Colour; rock: Colour; water: Colour }

const [width, height, horizon, layers] = [1600, 1000, 610, 6]

const lights: Record<PicturePlan['light'], Light> = {
  dawn: { sky: [148, 186, 205], glow: [240, 230, 214], rock: [36, 74, 84], water: [104, 150, 164] },
  noon: { sky: [120, 172, 208], glow: [226, 238, 240], rock: [30, 84, 80], water: [74, 142, 160] },
  dusk: { sky: [104, 110, 150], glow: [246, 190, 138], rock: [48, 44, 68], water: [120, 104, 128] },
}

/** A JPEG of 1600 × 1000 pixels. */
export async function paintPicture({ seed, light }: Pick<PicturePlan, 'seed' | 'light'>): Promise<Buffer> {
  const random = randomFrom(seed)
  const ridges = Array.from({ length: layers }, (_, layer) => ridgeLine(random, layer))
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      pixels.set(colourAt(x, y, ridges, lights[light]), (y * width + x) * 3)
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 86, mozjpeg: true })
    .toBuffer()
}

function colourAt(x: number, y: number, ridges: readonly Float64Array[], light: Light): Colour {
  if (y < horizon) return landscape(x, y, ridges, light)
  // Water mirrors what stands above the horizon, stretched by ripples that grow towards the viewer.
  const depth = y - horizon
  const ripple = Math.sin(y * 0.55 + Math.sin(x * 0.021 + y * 0.13) * 2) * (depth / 42)
  const mirrored = landscape(x + ripple, horizon - 1 - depth * 0.9, ridges, light)
  return mix(mirrored, light.water, 0.38 + (depth / (height - horizon)) * 0.34)
}

function landscape(x: number, y: number, ridges: readonly Float64Array[], light: Light): Colour {
  const column = Math.min(width - 1, Math.max(0, Math.round(x)))
  let colour = mix(light.sky, light.glow, (Math.max(0, y) / horizon) ** 1.6)
  ridges.forEach((ridge, layer) => {
    const covered = Math.min(1, Math.max(0, y - (horizon - (ridge[column] ?? 0)) + 0.5))
    if (covered === 0) return
    const nearness = 0.16 + (layer / (layers - 1)) * 0.74
    const mist = Math.max(0, 1 - (horizon - y) / 120) * 0.22
    colour = mix(colour, mix(mix(light.glow, light.rock, nearness), light.glow, mist), covered)
  })
  return colour
}

/** Height above the horizon for each column: steep domes side by side, rough at the edge; farther rows hold more. */
function ridgeLine(random: () => number, layer: number): Float64Array {
  const ridge = new Float64Array(width)
  const count = 15 - layer * 2
  for (let island = 0; island < count; island += 1) {
    const centre = random() * width
    const half = 34 + random() * 62 + layer * 12
    const top = (46 + random() ** 2 * 190) * (0.75 + layer * 0.11)
    const lean = (random() - 0.5) * 0.7
    for (let x = Math.max(0, Math.ceil(centre - half)); x < Math.min(width, centre + half); x += 1) {
      const across = (x - centre) / half
      const dome = (1 - Math.abs(across) ** 2.2) ** 0.8 * (1 + lean * across)
      ridge[x] = Math.max(ridge[x] ?? 0, top * dome + roughness(x, island + layer * 20) * dome)
    }
  }
  return ridge
}

const roughness = (x: number, phase: number): number =>
  Math.sin(x * 0.071 + phase) * 7 +
  Math.sin(x * 0.19 + phase * 2.3) * 4 +
  Math.sin(x * 0.43 + phase * 5.1) * 1.6

const mix = (from: Colour, to: Colour, share: number): Colour => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
