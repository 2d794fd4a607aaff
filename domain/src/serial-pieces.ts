/** A serial field taken apart: which numbers stand in it, on which part, and of what kind. */
import { KIND_LABELS, PART_LABELS } from './lexicons/serial-labels.ts'
import { MARK_KINDS, type MarkKind, PARTS, type Part } from './marking.ts'

export interface SerialPiece {
  readonly part: Part
  readonly kind: MarkKind
  readonly text: string
  /** The label as written, where one named the part. */
  readonly label: string | null
}

interface Label {
  readonly part: Part
  readonly kind: MarkKind
}

const literally = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const letters = (word: string) => word.toLowerCase().replace(/[.]$/, '')

const partLabels = new Map<string, Label>()
for (const part of PARTS) {
  for (const word of PART_LABELS[part]?.split('|') ?? []) partLabels.set(letters(word), { part, kind: 'serial' })
}
const kindLabels = new Map<string, Label>()
for (const kind of MARK_KINDS) {
  for (const word of KIND_LABELS[kind]?.split('|') ?? []) kindLabels.set(letters(word), { part: 'unknown', kind })
}

const alternation = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(literally)
    .join('|')

/** A part may touch its number (`slide123`); a kind must be set off, or `MOD12345` would lose its prefix. */
const LABELS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${alternation(partLabels.keys())})(?![\\p{L}\\p{M}])|(${alternation(kindLabels.keys())})(?=[\\s.:#-])|(ptb)(?=\\d))`,
  'giu',
)
const SEPARATORS = /;|\n|,(?=\s)|\s[/|+&]\s|\s(?:e|y|et|and|und|i|и|و)\s/iu
const SEPARATORS_WITH_LABELS = /;|\n|,|\s[/|+&]\s|\s(?:e|y|et|and|und|i|и|و)\s/iu

const usable = (text: string) => /[\p{L}\p{N}?*]/u.test(text)
const numberLike = (text: string) => /\d/.test(text) && (text.match(/[\p{L}\p{N}?*]/gu)?.length ?? 0) >= 3

interface Found extends Label {
  readonly text: string
  readonly start: number
  readonly end: number
}

function labelsIn(text: string): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(LABELS)) {
    const word = match[0].toLowerCase()
    const label = partLabels.get(word) ?? kindLabels.get(word)
    if (label) found.push({ ...label, text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** Numbers of one segment, each with the label before it, or after it where the segment begins with a number. */
function labelled(segment: string, part: Part): SerialPiece[] {
  const labels = labelsIn(segment)
  if (labels.length === 0) return [{ part, kind: 'serial', text: segment, label: null }]
  const pieces: SerialPiece[] = []
  const add = (label: Label & { readonly text?: string }, text: string) => {
    if (usable(text)) pieces.push({ part: label.part, kind: label.kind, text: text.trim(), label: label.text ?? null })
  }
  const before = segment.slice(0, labels[0]!.start)
  const after = segment.slice(labels[labels.length - 1]!.end)
  const numberFirst = /\d/.test(before) && !/\d/.test(after)
  if (!numberFirst) add({ part, kind: 'serial' }, before)
  labels.forEach((label, i) => {
    const text = numberFirst
      ? segment.slice(labels[i - 1]?.end ?? 0, label.start)
      : segment.slice(label.end, labels[i + 1]?.start)
    add(label, text.replace(/^[\s.:#º°(=-]+|[\s(]+$/gu, ''))
  })
  return pieces
}

/**
 * The numbers that stand in one field, in the order written: `slide 123, frame 456`, `1234 / B5678`,
 * `A123 (cano), A124 (ferrolho)`. A text is taken apart only where every piece could be a number or a part is named;
 * a slash or hyphen inside a number (`12345/67`) stays in it.
 */
export function serialPieces(text: string, part: Part): SerialPiece[] {
  const hasLabels = labelsIn(text).length > 0
  const segments = text.split(hasLabels ? SEPARATORS_WITH_LABELS : SEPARATORS).filter(usable)
  const apart = segments.length > 1 && (hasLabels || segments.every(numberLike))
  return (apart ? segments : [text]).flatMap((segment) => labelled(segment, part))
}
