import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { foldedWords } from './lexicons/words.ts'
import { findMake, MAKES, readImporter, readMake } from './make.ts'

const codeOf = (stated: string) => readMake(stated).make.code
const saidOf = (stated: string) => readMake(stated).make.said

describe('makes', () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    glock: ['Glock', 'GLOCK Ges.m.b.H.', 'clock', 'glok', 'gloock', 'глок', 'غلوك', 'glockg22', 'glock.40', 'clockg22'],
    taurus: ['taurus', 'Forjas Taurus', 'tauros', 'tauruspt', 'taurus24/7', '840taurus', '(taurus)', 'taurusg2c'],
    smith_wesson: [
      'S&W',
      'Smith & Wesson',
      'smithwess',
      'smith&we',
      'smith and wesson',
      'sw',
      'Смит и Вессон',
      'shimitwes',
    ],
    cbc: ['CBC', 'C.B.C.', 'cbc7022', 'municaocbc', 'Companhia Brasileira de Cartuchos'],
    zastava: ['Zastava', 'Crvena zastava', 'Црвена застава', 'زاستافا'],
    fn: ['FN', 'Fabrique Nationale', 'fabriquena', 'fn herstal', 'fnscar'],
    browning: ['browning', 'fnbrowning', 'brownings', 'brawning'],
    heckler_koch: ['H&K', 'HK', 'Heckler und Koch', 'heckler & k'],
    springfield_armory: ['springfiel', 'Springfield Armory'],
    izhevsk: ['Ижмаш', 'Izhmash'],
    bernardelli: ['bernardell', 'Vincenzo Bernardelli'],
  }
  for (const [code, all] of Object.entries(known)) {
    for (const stated of all) test(`${stated} is ${code}`, () => assert.equal(codeOf(stated), code))
  }

  test('a model grown into the field is handed on', () => {
    assert.equal(readMake('glockg22').leaked, 'g22')
    assert.equal(readMake('cbc7022').leaked, '7022')
    assert.equal(readMake('840taurus').leaked, '840')
  })

  test('a single slip in a long enough name is read, two are not', () => {
    assert.equal(codeOf('Remingtn'), 'remington')
    assert.equal(codeOf('Remgtn'), null)
    assert.equal(saidOf('Remgtn'), 'unread')
  })

  test('a slip that could be two makes is left to a curator', () => {
    assert.equal(codeOf('luger'), null)
    assert.equal(saidOf('kuger'), 'unread')
  })

  test('two makes in one field are none', () => {
    assert.equal(saidOf('taurus/cbc'), 'unread')
    assert.equal(saidOf('rossi/taurus'), 'unread')
  })

  test('a word that two makers’ names begin with is not cut short to either', () => {
    for (const stated of ['waffenfabr', 'industria', 'manufactu', 'deutsche'])
      assert.equal(codeOf(stated), null, stated)
  })
})

describe('words that name no make', () => {
  for (const [said, all] of Object.entries({
    none: ['semmarca', 's/marca', 'S/M', 'Sem marca', 'no brand', 'bez proizvođača', 'без производителя'],
    not_recorded: [
      'n/c',
      'nãoconsta',
      'ignorada',
      '',
      '-',
      'TRADE MARK',
      'Gauge',
      'munição',
      'AK47',
      'Made in Germany',
    ],
    illegible: ['ilegível', 'nãoaparen', 'unleserlich'],
    obliterated: ['suprimida', 'raspada'],
    craft: ['artesanal', 'Caseira', 'home-made', 'hechiza', 'Eigenbau', 'самодельный', 'محلي الصنع', 'domaće izrade'],
    unread: ['zzyzx', 'a word no table has'],
  })) {
    for (const stated of all) {
      test(`${JSON.stringify(stated)} says ${said}`, () => {
        const { make } = readMake(stated)
        assert.deepEqual([make.said, make.code, make.known], [said, null, said !== 'unread'])
      })
    }
  }
})

describe('importers', () => {
  test('one written as the make is the importer, and the make is not recorded', () => {
    for (const stated of ['Interarms', 'Century Arms', 'Century International Arms']) {
      const { make, importer } = readMake(stated)
      assert.deepEqual([make.code, make.said], [null, 'not_recorded'])
      assert.ok(importer?.code)
    }
  })

  test('a maker in the importer’s field is kept as named', () => {
    assert.equal(readImporter('Interarms').code, 'interarms')
    assert.equal(readImporter('Beretta USA').code, 'beretta')
  })
})

describe('the table', () => {
  test('has at least 140 manufacturers, each with a country', () => {
    assert.ok(MAKES.filter((row) => row.role === 'manufacturer').length >= 140)
    for (const row of MAKES) for (const country of row.countries) assert.match(country, /^[A-Z]{2}$/)
  })

  test('gives each name to one make, and finds every make by its own name', () => {
    const owner = new Map<string, string>()
    for (const row of MAKES) {
      assert.equal(findMake(row.code), row)
      for (const key of [...foldedWords(row.words), ...foldedWords(row.misspelt)]) {
        assert.ok((owner.get(key) ?? row.code) === row.code, `${key}: ${owner.get(key)} and ${row.code}`)
        owner.set(key, row.code)
      }
      const { make, importer } = readMake(row.name)
      assert.equal((importer ?? make).code, row.code)
    }
  })
})

test('any text is read, known or not, with its text kept', () => {
  fc.assert(
    fc.property(anyText, (stated) => {
      const { make } = readMake(stated)
      assert.equal(make.stated, stated)
      assert.equal(make.known, make.said !== 'unread')
      assert.equal(make.code === null, make.said !== 'named')
    }),
    { numRuns: 2_000 },
  )
})
