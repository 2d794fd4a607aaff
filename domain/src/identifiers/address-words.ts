/**
 * Words by which addresses say what kind of way it is, as clerks write and shorten them, in plain Latin letters (other scripts after
 * lexicons/transliteration.ts). Universal Postal Union S42 lets each post spell them its own way.
 */
const WAYS = {
  street:
    'street str strasse straat ul ulica ulitsa ulitsya vulica vulitsa vulytsia ulitza rue rua calle via odos shara sharia shari strada utca sokak sokagi sk gade gata gatan rruga rruge rr vul vulicja vulytsya',
  road: 'road rd calea cal',
  avenue:
    'avenue av ave avda avenida aveniu prospekt prosp pr leoforos leof cadde caddesi cad cd allee aleja aleje alea aleea',
  boulevard: 'boulevard bd blvd boul bulevar bul bulvar bulvard bulevardi bulvari bulevardul bulv',
  square: 'square sq plaza pl place platz plac piazza trg largo lgo ploscad plosad ploshchad plateia mydan midan',
  lane: 'lane ln pereulok per',
  quay: 'quay quai kai kaj kej nabereznaja naberezhnaya nab',
  highway: 'highway hwy sosse shosse soseaua sos',
} as const
export type Way = keyof typeof WAYS

const byWord = <Meaning extends string>(table: Readonly<Record<Meaning, string>>): ReadonlyMap<string, Meaning> =>
  new Map(
    (Object.keys(table) as Meaning[]).flatMap((meaning) =>
      table[meaning].split(' ').map((word): [string, Meaning] => [word, meaning]),
    ),
  )

export const WAY_OF: ReadonlyMap<string, Way> = byWord(WAYS)

/** One letter means a way beside the number of the house or before all else alone: `Kossuth u. 5`, `R. Augusta 15`. */
export const LETTER_WAYS: ReadonlyMap<string, Way> = new Map([
  ['r', 'street'],
  ['u', 'street'],
  ['q', 'quay'],
])

/** Endings that are written with the name of the way: Hafenstraße, Hafenstr., Storgata, Lindenallee. */
export const WAY_ENDINGS: readonly (readonly [RegExp, Way])[] = [
  [/^(.{3,}?)(?:strasse|straat|str|gata|gatan|gade|utca)$/, 'street'],
  [/^(.{3,}?)allee$/, 'avenue'],
  [/^(.{3,}?)platz$/, 'square'],
]
/** What stands before the number of a house and says no more than that it is one. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  'no nr n num numero number nummer br broj kbr dom d bud budynok house haus hausnummer ar arithmos rqm raqm raqam'.split(
    ' ',
  ),
)
/** What stands before the number of a part of a house: bound to it, since the house has a number of its own. */
export const UNIT_WORDS: ReadonlyMap<string, 'unit' | 'floor'> = byWord({
  unit: 'flat apt apartment app appartement apto apartamento unit suite room stan kv kvartira wohnung whg shqa m mieszkanie lok lokal',
  floor: 'floor etage piso etaz kat stock stockwerk tabk',
})
/** Of a saint, whose short form is also that of a street. */
export const SAINTS: ReadonlySet<string> = new Set('saint sankt st ste sainte sveti'.split(' '))
/** What is written behind a number and belongs to it: 5 bis. */
export const NUMBER_ENDINGS: ReadonlySet<string> = new Set('bis ter quater'.split(' '))
/** A number in order, as floors are: 2nd floor, 2e étage. */
export const ORDINAL = /^(\d+)(?:st|nd|rd|th|e|er|eme|o|os)$/
