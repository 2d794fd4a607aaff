import { crc32, deflateSync } from 'node:zlib'

const [WIDTH, HEIGHT] = [960, 400]
/** A character is five dots wide and seven high, as a needle peens it; so many pixels lie between two dots. */
const PITCH = 16
const DOT = 7
const [LEFT, TOP] = [72, 96]

/** Rows of five dots from above, each a number of five bits. */
const CHARACTERS: Readonly<Record<string, readonly number[]>> = {
  0: [14, 17, 19, 21, 25, 17, 14],
  1: [4, 12, 4, 4, 4, 4, 14],
  2: [14, 17, 1, 2, 4, 8, 31],
  3: [31, 2, 4, 2, 1, 17, 14],
  4: [2, 6, 10, 18, 31, 2, 2],
  5: [31, 16, 30, 1, 1, 17, 14],
  6: [6, 8, 16, 30, 17, 17, 14],
  7: [31, 1, 2, 4, 8, 8, 8],
  8: [14, 17, 17, 14, 17, 17, 14],
  9: [14, 17, 17, 15, 1, 2, 12],
  C: [14, 17, 16, 16, 16, 17, 14],
  G: [14, 17, 16, 23, 17, 17, 15],
  K: [17, 18, 20, 24, 20, 18, 17],
  R: [30, 17, 17, 30, 20, 18, 17],
}

/** A grey picture as PNG: each row is told by what differs from the one above, which of brushed steel is next to nothing. */
function png(pixels: Uint8Array): Buffer {
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) {
    rows[y * (WIDTH + 1)] = 2
    for (let x = 0; x < WIDTH; x++) {
      const above = y === 0 ? 0 : pixels[(y - 1) * WIDTH + x]!
      rows[y * (WIDTH + 1) + 1 + x] = (pixels[y * WIDTH + x]! - above) & 0xff
    }
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * A drawing of a steel plate on which this text is peened, with a scale beneath, as PNG: what the demonstration has in place
 * of photographs. A space was ground away; of other characters than figures and a few letters there is none.
 */
export function stampedPlate(text: string): Buffer {
  const pixels = new Uint8Array(WIDTH * HEIGHT)
  let seed = text.length
  const chance = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  for (let y = 0; y < HEIGHT; y++) {
    const brushed = 150 + 14 * chance()
    for (let x = 0; x < WIDTH; x++) pixels[y * WIDTH + x] = brushed + 40 * Math.sin((Math.PI * x) / WIDTH)
  }
  const set = (x: number, y: number, light: number) => {
    if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) pixels[y * WIDTH + x] = Math.max(0, Math.min(255, light))
  }
  const peen = (left: number, top: number) => {
    for (let y = -DOT; y <= DOT; y++)
      for (let x = -DOT; x <= DOT; x++) {
        const far = Math.hypot(x, y) / DOT
        // Lit from above on the left: the far wall of the dint is bright.
        if (far <= 1) set(left + x, top + y, 58 + (x + y > DOT / 2 ? 130 * far : 30 * far))
      }
  }
  const grind = (left: number) => {
    for (let y = TOP - PITCH; y < TOP + 8 * PITCH; y++)
      for (let x = left - PITCH; x < left + 5 * PITCH; x++) set(x, y, 168 + (((x + 2 * y) % 11) - 5) * 9)
  }
  for (const [at, character] of [...text].entries()) {
    const left = LEFT + at * 7 * PITCH
    const rows = CHARACTERS[character]
    if (!rows) grind(left)
    for (const [row, dots] of (rows ?? []).entries())
      for (let column = 0; column < 5; column++)
        if (dots & (16 >> column)) peen(left + column * PITCH, TOP + row * PITCH)
  }
  // Every tenth line of the scale is longer.
  for (let line = 0; line * 12 < WIDTH - 2 * LEFT; line++)
    for (let y = 0; y < (line % 10 === 0 ? 40 : 20); y++)
      for (let thick = 0; thick < 2; thick++) set(LEFT + line * 12 + thick, HEIGHT - 64 + y, 30)
  return png(pixels)
}
