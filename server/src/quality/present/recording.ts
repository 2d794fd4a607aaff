import type { Locale } from '@proofmark/contract/locales'
import type { Say } from '@proofmark/contract/messages'
import type { SourceQuality } from '@proofmark/contract/schemas/quality'
import type { Change, Recording, SourceNote } from '../rules/recording.ts'

interface Words {
  readonly say: Say
  readonly locale: Locale
}

function monthName(month: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${month}T00:00:00Z`))
}

const percent = (share: number, locale: Locale): string =>
  new Intl.NumberFormat(`${locale}-u-nu-latn`, { style: 'percent', maximumFractionDigits: 0 }).format(share)

function changeText({ measure, from, before, after }: Change, { say, locale }: Words): string {
  const figure = (value: number) => (measure === 'serial_length' ? String(value) : percent(value, locale))
  const figures = { before: figure(before), after: figure(after) }
  return say(`quality.change.${measure}`, { month: monthName(from, locale), ...figures })
}

const noteText = (note: SourceNote, { say }: Words): string =>
  note.id === 'all_missing' ? say(`quality.all.${note.measure}`) : say('quality.note.case_numbers')

/** What a reader sees of how a source records. */
export function presentRecording(recording: Recording, words: Words): SourceQuality {
  const { source, records, shares, lengths, notes, changes } = recording
  return {
    source: source.name,
    sourceId: source.id,
    agency: source.agency,
    records,
    shares: [...shares],
    lengths: [...lengths],
    notes: notes.map((note) => noteText(note, words)),
    changes: changes.map((change) => ({
      measure: change.measure,
      from: change.from,
      before: change.before,
      after: change.after,
      z: change.z,
      text: changeText(change, words),
    })),
  }
}
