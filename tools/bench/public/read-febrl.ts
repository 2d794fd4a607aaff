import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PERSON_FIELDS, type Person, type PersonProblem } from './person.ts'

interface Numbered {
  readonly number: string
  readonly person: Person
}

/** The published files separate by a comma and a space, and quote nothing. */
async function readFile4(path: string): Promise<Numbered[]> {
  const [heading = '', ...lines] = (await readFile(path, 'utf8')).split(/\r?\n/)
  const columns = heading.split(',').map((name) => name.trim())
  const missing = ['rec_id', ...PERSON_FIELDS].filter((name) => !columns.includes(name))
  if (missing.length > 0) throw new Error(`${path} is no file of Febrl: it has no column ${missing.join(', ')}.`)
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split(',').map((cell) => cell.trim())
      const of = (name: string) => cells[columns.indexOf(name)] ?? ''
      const person = Object.fromEntries(PERSON_FIELDS.map((field) => [field, of(field)])) as Person
      return { number: /^rec-(\d+)/.exec(of('rec_id'))?.[1] ?? '', person }
    })
}

/** `dataset4a.csv` and `dataset4b.csv` as Febrl publishes them. Throws where they are missing or something else. */
export async function readFebrl(folder: string): Promise<PersonProblem> {
  const originals = await readFile4(join(folder, 'dataset4a.csv'))
  const duplicates = await readFile4(join(folder, 'dataset4b.csv'))
  const positions = new Map(originals.map(({ number }, at) => [number, at]))
  return {
    originals: originals.map(({ person }) => person),
    duplicates: duplicates.map(({ person }) => person),
    truth: duplicates.map(({ number }) => positions.get(number) ?? -1),
  }
}
