import { formatPack } from '../../records/rules/pack-file.ts'

const HEADING = {
  state: 'XB',
  agency: 'Police of XB',
  made: '2026-03-01',
  licence: 'CC0-1.0',
  provenance: '',
  tables: 1,
}
const ROW = { field: 'make', make: null, code: null, said: null, name: null, country: null, records: null }

/** A pack of another state’s under this name: a text of hidden records among those that nobody states. */
export function packFile(name: string): string {
  const rows = [
    { ...ROW, text: 'Zorbo', code: 'taurus' },
    { ...ROW, text: 'Zorbissimo', code: 'taurus' },
    { ...ROW, text: `Quux of ${name}`, said: 'rubbish' },
  ]
  return formatPack({ ...HEADING, name }, rows).content
}
