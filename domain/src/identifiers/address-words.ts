/**
 * Words by which addresses say what kind of way it is, as clerks write and shorten them, in plain Latin letters (other scripts after
 * lexicons/transliteration.ts). Universal Postal Union S42 lets each post spell them its own way.
 */
const WAYS = {
  street:
    'street str strasse straat ul ulica ulitsa ulitsya vulica vulitsa vulytsia ulitza rue rua calle via odos shara sharia shari strada utca sokak gade gata',
  road: 'road rd',
  avenue: 'avenue av ave avda avenida aveniu prospekt',
  boulevard: 'boulevard bd blvd boul bulevar bul bulvar bulvard bulevardi bulvari',
  square: 'square sq plaza pl place platz plac piazza trg ploscad ploshchad plateia mydan midan',
  lane: 'lane ln',
  quay: 'quay quai kai kaj kej',
  highway: 'highway hwy',
} as const
export type Way = keyof typeof WAYS

const byWord = <Meaning extends string>(table: Readonly<Record<Meaning, string>>): ReadonlyMap<string, Meaning> =>
  new Map(
    (Object.keys(table) as Meaning[]).flatMap((meaning) =>
      table[meaning].split(' ').map((word): [string, Meaning] => [word, meaning]),
    ),
  )

export const WAY_OF: ReadonlyMap<string, Way> = byWord(WAYS)

/** Endings that are written with the name of the way: Hafenstraße, Hafenstr. */
export const STREET_ENDING = /^(.{3,}?)(?:strasse|straat|str)$/
/** What stands before the number of a house and says no more than that it is one. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  'no nr n num numero number nummer br broj kbr dom d hausnummer ar arithmos rqm raqm raqam'.split(' '),
)
/** What stands before the number of a part of a house: bound to it, since the house has a number of its own. */
export const UNIT_WORDS: ReadonlyMap<string, 'unit' | 'floor'> = byWord({
  unit: 'flat apt apartment app appartement apto apartamento unit suite room stan kv kvartira wohnung whg shqa',
  floor: 'floor etage piso etaz kat stock stockwerk tabk',
})
/** Of a saint, whose short form is also that of a street. */
export const SAINTS: ReadonlySet<string> = new Set('saint sankt st ste sainte sveti'.split(' '))
