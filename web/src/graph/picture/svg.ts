import type { Standing } from '@proofmark/contract/case-words'
import type { Locale } from '@proofmark/contract/locales'
import type { Point } from '../state/arrangement.ts'
import { type Label, LEADING, labelsOf, type Measure } from './labels.ts'
import { arrowOf, DASHES, type Picture, type PictureNode, type PictureTie } from './picture.ts'
import { CORNERS, FILLS, REACH, type Shape } from './shapes.ts'

/** What a picture is drawn with. A file takes the light theme: it goes to paper and into reports. */
export interface Inks {
  readonly paper: string
  readonly ink: string
  readonly quiet: string
  readonly tint: string
  readonly line: string
}

export const ON_PAPER: Inks = {
  paper: '#ffffff',
  ink: '#14191a',
  quiet: '#5a6464',
  tint: '#e0e4e1',
  line: '#78827f',
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as XML may hold it: characters that XML does not know are replaced, so that any name can be drawn. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}

const figure = (value: number) => String(Math.round(value * 10) / 10)
const listed = (points: readonly Point[]) => points.map(({ x, y }) => `${figure(x)},${figure(y)}`).join(' ')

/** The outline of a node's shape around the spot where it stands; null for a circle. */
export function outlineOf({ shape, x, y }: Pick<PictureNode, 'shape' | 'x' | 'y'>): readonly Point[] | null {
  return CORNERS[shape]?.map(([across, down]) => ({ x: x + across * REACH, y: y + down * REACH })) ?? null
}

function nodeText(node: Pick<PictureNode, 'shape' | 'x' | 'y' | 'pinned'>, inks: Inks): string {
  const fill = { ink: inks.ink, tint: inks.tint, paper: inks.paper }[FILLS[node.shape]]
  const outline = outlineOf(node)
  const drawn = outline
    ? `<polygon points="${listed(outline)}" fill="${fill}"/>`
    : `<circle cx="${figure(node.x)}" cy="${figure(node.y)}" r="${REACH}" fill="${fill}"/>`
  const pinned = node.pinned
    ? `<path d="M${figure(node.x - 5)},${figure(node.y - REACH - 5)}h10" stroke-width="2"/>`
    : ''
  return `<g stroke="${inks.ink}">${drawn}${pinned}</g>`
}

function tieText(tie: Pick<PictureTie, 'from' | 'by' | 'to' | 'standing'>, inks: Inks): string {
  const dash = DASHES[tie.standing].length === 0 ? '' : ` stroke-dasharray="${DASHES[tie.standing].join(' ')}"`
  const { from, by, to } = tie
  const line = `<path d="M${figure(from.x)},${figure(from.y)}Q${figure(by.x)},${figure(by.y)} ${figure(to.x)},${figure(to.y)}" fill="none" stroke="${inks.line}"${dash}/>`
  return `<g>${line}<polygon points="${listed(arrowOf(tie))}" fill="${inks.line}"/></g>`
}

/** How much larger than its spots a file is drawn, so that what is written finds room. */
const LARGER = 1.5
/** About how wide a letter is: a file is written without a face to measure, and read in whichever is there. */
const LETTER = 6.8
const measured: Measure = (text) => text.length * LETTER

/** Paper below what is written, so that lines do not run through it. All of it lies below all texts. */
const groundText = ({ x, y, lines, width }: Label, inks: Inks): string =>
  `<rect x="${figure(x - width / 2)}" y="${figure(y)}" width="${figure(width)}" height="${figure(lines.length * LEADING)}" fill="${inks.paper}" fill-opacity="0.85"/>`

function labelText({ x, y, lines }: Label, inks: Inks): string {
  const texts = lines.map(({ text, as }, place) => {
    const [ink, weight] = [as === 'quiet' ? inks.quiet : inks.ink, as === 'group' ? ' font-weight="600"' : '']
    return `<text x="${figure(x)}" y="${figure(y + place * LEADING + 11)}" fill="${ink}"${weight} unicode-bidi="plaintext">${escaped(text)}</text>`
  })
  return `<g stroke="${inks.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${texts.join('')}</g>`
}

/** What shapes and lines mean, in the reader's language: written below a file, which lies where no page explains it. */
export interface Meanings {
  readonly shapes: readonly { readonly shape: Shape; readonly text: string }[]
  readonly standings: readonly { readonly standing: Standing; readonly word: string; readonly text: string }[]
}

/** From one line of meanings to the next, and how far their texts stand from their signs. */
const [MEANING, BESIDE] = [26, 44] as const

/** Where the meanings of a file begin, and how high they are. */
function meaningsText({ shapes, standings }: Meanings, x: number, top: number, inks: Inks): string {
  const at = (place: number) => top + MEANING * (place + 0.5)
  const word = (text: string, place: number) =>
    `<text x="${figure(x + BESIDE)}" y="${figure(at(place) + 4)}" fill="${inks.ink}" text-anchor="start">${escaped(text)}</text>`
  const signs = shapes.map(({ shape, text }, place) => {
    const node = { shape, x: (x + 15) / 0.7, y: at(place) / 0.7, pinned: false }
    return `<g transform="scale(0.7)">${nodeText(node, inks)}</g>${word(text, place)}`
  })
  const lines = standings.map(({ standing, word: called, text }, place) => {
    const y = at(shapes.length + place)
    const ends = { from: { x, y }, by: { x: x + 15, y }, to: { x: x + 32, y } }
    return tieText({ ...ends, standing }, inks) + word(`${called} · ${text}`, shapes.length + place)
  })
  return [...signs, ...lines].join('')
}

/**
 * A picture as a file of its own, with no script, no style sheet and nothing fetched: every text in it is escaped. `meanings`
 * are written below it.
 */
export function svgOf(
  picture: Picture,
  title: string,
  locale: Locale,
  inks: Inks = ON_PAPER,
  meanings: Meanings = { shapes: [], standings: [] },
): string {
  const { groups, ties, nodes } = picture
  const labels = labelsOf(picture, LARGER, measured, null, true)
  const [left, top] = [picture.frame.x * LARGER, picture.frame.y * LARGER]
  const below = top + picture.frame.height * LARGER
  const count = meanings.shapes.length + meanings.standings.length
  const [x, y, width, height] = [
    left,
    top,
    picture.frame.width * LARGER,
    picture.frame.height * LARGER + (count > 0 ? (count + 1) * MEANING : 0),
  ].map(figure)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" role="img" lang="${locale}" xml:lang="${locale}" font-family="'IBM Plex Sans', 'IBM Plex Sans Arabic', sans-serif" font-size="12" text-anchor="middle">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${inks.paper}"/>`,
    `<g transform="scale(${LARGER})">`,
    ...groups.map(
      (group) =>
        `<rect x="${figure(group.x)}" y="${figure(group.y)}" width="${figure(group.width)}" height="${figure(group.height)}" fill="none" stroke="${inks.line}"/>`,
    ),
    ...ties.map((tie) => tieText(tie, inks)),
    ...nodes.map((node) => nodeText(node, inks)),
    '</g>',
    ...labels.map((label) => groundText(label, inks)),
    // The first of them lie above what found no room.
    ...labels.toReversed().map((label) => labelText(label, inks)),
    meaningsText(meanings, left + MEANING, below, inks),
    '</svg>',
    '',
  ].join('\n')
}

/** A drawn file as the address of a picture in the page. */
export const svgAddress = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
