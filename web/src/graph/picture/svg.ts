import type { Locale } from '@proofmark/contract/locales'
import type { Point } from '../state/arrangement.ts'
import { arrowOf, DASHES, middleOf, type Picture, type PictureNode, type PictureTie } from './picture.ts'
import { CORNERS, FILLS, REACH } from './shapes.ts'

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

function nodeText(node: PictureNode, inks: Inks): string {
  const fill = { ink: inks.ink, tint: inks.tint, paper: inks.paper }[FILLS[node.shape]]
  const outline = outlineOf(node)
  const [x, y] = [figure(node.x), figure(node.y)]
  const drawn = outline
    ? `<polygon points="${listed(outline)}" fill="${fill}"/>`
    : `<circle cx="${x}" cy="${y}" r="${REACH}" fill="${fill}"/>`
  const pinned = node.pinned
    ? `<path d="M${figure(node.x - 5)},${figure(node.y - REACH - 5)}h10" stroke-width="3"/>`
    : ''
  const line = (text: string, down: number, rest: string) =>
    text === ''
      ? ''
      : `<text x="${x}" y="${figure(node.y + REACH + down)}" stroke="none" unicode-bidi="plaintext" ${rest}>${escaped(text)}</text>`
  return `<g stroke="${inks.ink}" stroke-width="1.5">${drawn}${pinned}${line(node.label, 16, `fill="${inks.ink}"`)}${line(node.kind, 30, `fill="${inks.quiet}"`)}</g>`
}

function tieText(tie: PictureTie, inks: Inks): string {
  const dash = DASHES[tie.standing].length === 0 ? '' : ` stroke-dasharray="${DASHES[tie.standing].join(' ')}"`
  const { from, by, to } = tie
  const line = `<path d="M${figure(from.x)},${figure(from.y)}Q${figure(by.x)},${figure(by.y)} ${figure(to.x)},${figure(to.y)}" fill="none" stroke="${inks.line}" stroke-width="1.5"${dash}/>`
  const arrow = `<polygon points="${listed(arrowOf(tie))}" fill="${inks.line}"/>`
  const { x, y } = middleOf(tie)
  const label =
    tie.label === '' || !tie.named
      ? ''
      : `<text x="${figure(x)}" y="${figure(y - 4)}" fill="${inks.quiet}" stroke="${inks.paper}" stroke-width="3" paint-order="stroke" unicode-bidi="plaintext">${escaped(tie.label)}</text>`
  return `<g>${line}${arrow}${label}</g>`
}

/** A picture as a file of its own, with no script, no style sheet and nothing fetched: every text in it is escaped. */
export function svgOf(picture: Picture, title: string, locale: Locale, inks: Inks = ON_PAPER): string {
  const { frame, groups, ties, nodes } = picture
  const box = [frame.x, frame.y, frame.width, frame.height].map(figure).join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${figure(frame.width)}" height="${figure(frame.height)}" role="img" lang="${locale}" xml:lang="${locale}" font-family="'IBM Plex Sans', 'IBM Plex Sans Arabic', sans-serif" font-size="12" text-anchor="middle">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${figure(frame.x)}" y="${figure(frame.y)}" width="${figure(frame.width)}" height="${figure(frame.height)}" fill="${inks.paper}"/>`,
    ...groups.map(
      ({ x, y, width, height, label }) =>
        `<g><rect x="${figure(x)}" y="${figure(y)}" width="${figure(width)}" height="${figure(height)}" fill="none" stroke="${inks.line}"/><text x="${figure(x + width / 2)}" y="${figure(y - 6)}" fill="${inks.ink}" font-weight="600" unicode-bidi="plaintext">${escaped(label)}</text></g>`,
    ),
    ...ties.map((tie) => tieText(tie, inks)),
    ...nodes.map((node) => nodeText(node, inks)),
    '</svg>',
    '',
  ].join('\n')
}

/** A drawn file as the address of a picture in the page. */
export const svgAddress = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
