import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProfileField } from '@proofmark/contract/profile-fields'
import { profileProposal } from '@proofmark/contract/schemas/profile'
import { anyText } from '@proofmark/domain/arbitrary.test-helper'
import fc from 'fast-check'
import { checkProfile } from './check-profile.ts'
import { proposeProfile } from './propose-profile.ts'

/** By language: headings of a register or of seizures, with the fields and persons that they name. */
const LANGUAGES: readonly (readonly [
  string,
  Partial<Record<ProfileField, string>>,
  Readonly<Record<string, unknown>>,
])[] = [
  [
    'English',
    {
      serial: 'WeaponSerialNumber',
      make: 'Manufacturer',
      model: 'Model Name',
      calibre: 'Caliber',
      type: 'FirearmType',
      country: 'Country of Manufacture',
      date: 'Date Seized',
      ref: 'Report No.',
    },
    { 'Owner Name': 'holder', 'Date of Birth': 'holder', Passport_Number: { role: 'holder', identifies: true } },
  ],
  [
    'French',
    {
      serial: 'Numéro de série',
      make: 'Marque',
      model: 'Modèle',
      calibre: 'Calibre',
      type: 'Type d’arme',
      country: 'Pays d’origine',
      date: 'Date de saisie',
      ref: 'N° PV',
    },
    { Nom: 'holder', Prénom: 'holder', Adresse: 'holder', 'Nom du témoin': 'witness' },
  ],
  [
    'Spanish',
    {
      serial: 'Número de serie',
      make: 'Fabricante',
      model: 'Modelo',
      calibre: 'Calibre',
      type: 'Tipo de arma',
      year: 'Año de fabricación',
      date: 'Fecha de incautación',
      place: 'Municipio',
    },
    { Nombre: 'holder', DNI: { role: 'holder', identifies: true }, Comprador: 'buyer' },
  ],
  [
    'Portuguese',
    {
      serial: 'NUMERO_ARMA',
      make: 'MARCA_ARMA',
      calibre: 'CALIBRE_ARMA',
      type: 'DESCR_ARMA_FOGO',
      place: 'CIDADE',
      date: 'DATA_APREENSAO',
      ref: 'NUM_BO',
    },
    { NOME: 'holder', CPF: { role: 'holder', identifies: true }, ENDERECO: 'holder', NOME_VITIMA: 'victim' },
  ],
  [
    'German',
    {
      serial: 'Seriennummer',
      make: 'Hersteller',
      model: 'Modell',
      calibre: 'Kaliber',
      type: 'Waffenart',
      country: 'Herstellungsland',
      year: 'Baujahr',
      ref: 'Aktenzeichen',
    },
    { 'Name des Besitzers': 'holder', Geburtsdatum: 'holder', Anschrift: 'holder', Verkäufer: 'seller' },
  ],
  [
    'Italian',
    {
      serial: 'Matricola',
      make: 'Marca',
      model: 'Modello',
      calibre: 'Calibro',
      type: 'Tipo di arma',
      date: 'Data del sequestro',
      place: 'Comune',
    },
    { Cognome: 'holder', 'Codice fiscale': { role: 'holder', identifies: true } },
  ],
  [
    'Serbian, in both scripts',
    {
      serial: 'Серијски број',
      make: 'Proizvođač',
      calibre: 'Калибар',
      type: 'Vrsta oružja',
      date: 'Датум одузимања',
      place: 'Opština',
    },
    { 'Име и презиме': 'holder', JMBG: { role: 'holder', identifies: true } },
  ],
  [
    'Russian',
    {
      serial: 'Заводской номер',
      make: 'Марка',
      model: 'Модель',
      calibre: 'Калибр',
      type: 'Вид оружия',
      year: 'Год выпуска',
      date: 'Дата изъятия',
    },
    { 'ФИО владельца': 'holder', Паспорт: { role: 'holder', identifies: true } },
  ],
  [
    'Arabic',
    {
      serial: 'رقم السلاح',
      make: 'الصانع',
      model: 'الطراز',
      calibre: 'العيار',
      type: 'نوع السلاح',
      country: 'بلد الصنع',
      date: 'تاريخ الضبط',
      place: 'المدينة',
    },
    { 'اسم المالك': 'holder', 'رقم الهوية': { role: 'holder', identifies: true } },
  ],
]

test('headings of nine languages are proposed for their fields, and those of persons for persons', () => {
  for (const [language, fields, persons] of LANGUAGES) {
    const headings = [...Object.values(fields), ...Object.keys(persons)]
    const { profile, unused } = proposeProfile(headings, [], 'register')
    assert.deepEqual({ ...profile.fields }, fields, language)
    assert.deepEqual(profile.persons, persons, language)
    assert.deepEqual(unused, [], language)
  }
})

test('a column of which nothing reads as what its heading says is not proposed for it', () => {
  const sample = ['red', 'green', 'blue', ''].map((colour) => ({
    Serial: 'TST1',
    Calibre: colour,
    Country: colour,
    Year: '2',
  }))
  const { profile, unused } = proposeProfile(['Serial', 'Calibre', 'Country', 'Year'], sample, 'seizure')
  assert.deepEqual(profile.fields, { serial: 'Serial' })
  assert.deepEqual(unused, ['Calibre', 'Country', 'Year'])
})

test('of two columns with the same words the one that can be read is proposed', () => {
  const sample = [{ 'Calibre code': 'Q17', Calibre_2: '9mm' }]
  assert.equal(proposeProfile(['Calibre code', 'Calibre_2'], sample, 'seizure').profile.fields.calibre, 'Calibre_2')
})

test('a key is proposed only where it tells the rows apart', () => {
  const rows = (ids: string[]) => ids.map((ID) => ({ ID, Serial: 'TST1' }))
  assert.equal(proposeProfile(['ID', 'Serial'], rows(['1', '2']), 'seizure').profile.key, 'ID')
  for (const ids of [['1', '1'], ['1', ''], []])
    assert.equal(proposeProfile(['ID', 'Serial'], rows(ids), 'seizure').profile.key, undefined)
})

test('the order of dates is proposed only where the dates show it', () => {
  const orderOf = (...dates: string[]) =>
    proposeProfile(
      ['Serial', 'Date'],
      dates.map((date) => ({ Serial: 'TST1', Date: date })),
      'seizure',
    ).profile.dates
  assert.equal(orderOf('05/04/2023', '17/04/2023'), 'day_first')
  assert.equal(orderOf('4-25-2023', '05-04-2023'), 'month_first')
  assert.equal(orderOf('05/04/2023'), undefined)
  assert.equal(orderOf('17/04/2023', '04/17/2023'), undefined)
  assert.equal(orderOf('2023-04-17'), undefined)
})

test('words of a person win over words of a field, and the name of a thing is no person’s', () => {
  const { profile } = proposeProfile(['Date of birth', 'Owner country', 'Model name', 'Serial'], [], 'seizure')
  assert.deepEqual(profile.persons, { 'Date of birth': 'possessor', 'Owner country': 'holder' })
  assert.deepEqual(profile.fields, { serial: 'Serial', model: 'Model name' })
})

test('whatever the headings and the cells are, the proposal is a well-formed profile that uses each column once', () => {
  const heading = fc.oneof(
    anyText,
    fc.constantFrom('Serial', ' serial', 'SERIAL', 'Nome', 'nome ', 'Calibre', 'ID', '__proto__', ''),
  )
  const table = fc.uniqueArray(heading, { maxLength: 12 }).chain((headings) =>
    fc.record({
      headings: fc.constant(headings),
      rows: fc.array(fc.array(anyText, { minLength: headings.length, maxLength: headings.length }), { maxLength: 4 }),
    }),
  )
  fc.assert(
    fc.property(table, ({ headings, rows }) => {
      const sample = rows.map((row) => Object.fromEntries(headings.map((each, place) => [each, row[place]!])))
      const proposal = proposeProfile(headings, sample, 'seizure')
      const { profile, unused } = profileProposal.pick({ profile: true, unused: true }).parse(proposal)
      const used = [profile.key, ...Object.values(profile.fields), ...Object.keys(profile.persons ?? {})]
      const named = used.filter((each) => each !== undefined)
      assert.equal(new Set(named).size, named.length)
      assert.equal(named.length + unused.length, headings.length)
      checkProfile({ ...profile, fields: { serial: 'no such column', ...profile.fields } }, 'proposal')
    }),
    { numRuns: 300 },
  )
})
