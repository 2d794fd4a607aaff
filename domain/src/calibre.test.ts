import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { type CalibreContext, findCalibre, readCalibre } from './calibre.ts'
import { calibreDistance, calibreSpecificity } from './calibre-distance.ts'
import { DATES, NUMBERS } from './lexicons/calibre-numbers.ts'
import { CALIBRES } from './lexicons/calibres.ts'

const codeOf = (stated: string, type?: string, action?: string) => {
  const context: CalibreContext = { type: type ?? null, action: action ?? null }
  return readCalibre(stated, context).code
}

describe('the type decides what a number means', () => {
  for (const [stated, type, code, action] of [
    ['32', 'shotgun', 'bore_32'],
    ['32', 'revolver', '32'],
    ['32', 'pistol', '32_acp'],
    ['32', 'pistol', '32', 'single_shot'],
    ['32', undefined, '32_or_bore'],
    ['45', 'pistol', '45_acp'],
    ['45', 'revolver', '45'],
    ['22', 'air_weapon', 'air_55'],
    ['22', 'shotgun', '22'],
    ['28 MM', 'shotgun', 'bore_28'],
    ['40mm', 'pistol', '40_sw'],
    ['40mm', 'grenade_launcher', '40x46'],
    ['40mm', undefined, null],
    ['40', 'shotgun', null],
  ] as const) {
    test(`${stated} on ${type ?? 'an unknown type'}${action ? ` (${action})` : ''} is ${code}`, () => {
      assert.equal(codeOf(stated, type, action), code)
    })
  }
})

describe('spellings', () => {
  for (const [code, all] of Object.entries({
    '9x17': ['380', '.380', '380 ACP', '.380AUTO', 'PT 380', '9mm Kurz', '9 mm corto', '380.', '9x17'],
    '40_sw': ['.40', '. 40', '0.40', 'P.40', '40 S&W', '.40S&W', '.40 S &W', '.040', 'ponto 40', 'CAL. 40'],
    '9mm': ['9', '9mm', '9 MM', '.9MM', '.9', '09MM', '0,9 mm', '9.0', '9 м.м.', '٩ مم'],
    '9x19': ['9x19', '9mm Luger', '9mm Luger (9x19mm)', '9×19', '9х19', '9 mm Parabellum', '9MM PARA'],
    '765': ['765', '7.65', '7,65 mm', '.765'],
    '32_acp': ['.32 ACP', '32 auto', '7.65 Browning', '.32/7.65', '.32 ACP (7.65 mm)'],
    '25_acp': ['635', '6.35', '6,35MM', '.25 ACP', '.25/635'],
    '556x45': ['556', '5.56', '5,56x45', '5.56×45', '5.56 NATO', '223/556'],
    '762x39': ['7,62X39', '762x39', '7.62х39'],
    '762': ['762', '7.62', '7.62 MM'],
    '22': ['22', '.22', '0.22'],
    '22_lr': ['22LR', '.22 LR', '22 L.R.', '22 Long Rifle'],
    '38': ['38', '.38', '38"', '.38 2"', '38 CBC', 'CAL 38'],
    '38_spl': ['38 SPL', '.38 Special', '38 SPECI', '38 Especial'],
    '357_mag': ['357', '.357 Magnum', '357 MAG', '3.57'],
    '44_40': ['44-40', '44/40', '44 WCF'],
    '30_06': ['30-06', '.30-06 Springfield', '30/06/2024', '2024-06-30 00:00:00'],
    bore_12: ['12', '.12', '12 GA', '12/70', '12/76', '12X70', '12 x 70 mm', 'GAUGE.12', 'C.12'],
    bore_28: ['28', '28 GA', '.28', '28X65'],
    bore_36: ['36', '.410', '410', '36 GAUGE', '36x76'],
    air_45: ['4.5', '4,5MM', '.177'],
    air_55: ['5.5', '5,5 mm', '5,5MM/22'],
  })) {
    for (const stated of all) test(`${stated} is ${code}`, () => assert.equal(codeOf(stated), code))
  }

  test('a point is not lost: 4.5 is an air calibre, .45 and 45 are not', () => {
    assert.deepEqual([codeOf('4.5'), codeOf('.45'), codeOf('45')], ['air_45', '45', '45'])
  })
})

describe('what spreadsheets do', () => {
  test('12/70 became the first of December 1970', () => {
    for (const stated of [
      '1970-12-01 00:00:00',
      '1970-12-01',
      '01/12/1970',
      '12/1/1970',
      'dez/70',
      'Dec-70',
      '25903',
    ]) {
      assert.equal(codeOf(stated), 'bore_12', stated)
    }
    assert.equal(codeOf('1976-12-01T00:00:00'), 'bore_12')
    assert.equal(codeOf('1957-07-01 00:00:00'), '7x57')
  })

  test('any other date is no calibre', () => {
    for (const stated of ['1970-12-02 00:00:00', '2023-04-01', '45497', '1980-12-01'])
      assert.equal(readCalibre(stated).said, 'unread', stated)
  })

  test('.40 lost its zero, and .357 and .28 their roundness', () => {
    assert.equal(codeOf('0.4'), '40_sw')
    assert.equal(codeOf('0.35699999999999998'), '357_mag')
    assert.equal(codeOf('0.28000000000000003'), 'bore_28')
  })

  test('0.38 may have been .380: the type decides, or it stays open', () => {
    assert.equal(codeOf('0.38', 'revolver'), '38')
    assert.equal(codeOf('0.38', 'pistol'), '38_or_380')
    assert.equal(codeOf('.38', 'pistol'), '38')
    assert.ok(calibreDistance('38_or_380', '9x17') < 0.5)
  })

  test('0.22 is the .22 family and never nothing', () => {
    assert.equal(codeOf('0.22'), '22')
    assert.equal(readCalibre('0').said, 'not_recorded')
  })
})

describe('what is not read', () => {
  test('two calibres that are not one', () => {
    for (const stated of ['38 e 32', '36 e 22', '32 ou 38', '38/762'])
      assert.equal(readCalibre(stated).said, 'unread', stated)
  })

  test('words for no calibre say so', () => {
    for (const stated of ['N/C', 'IGNORADO', '???', '-', '0', ''])
      assert.equal(readCalibre(stated).said, 'not_recorded', stated)
    for (const stated of ['SEM CAL.', 'S/C', 'sin calibre']) assert.equal(readCalibre(stated).said, 'none', stated)
    assert.equal(readCalibre('PREJ.').said, 'illegible')
  })

  test('numbers that are no calibre', () => {
    for (const stated of ['1', '26', '900', '99999']) assert.equal(readCalibre(stated).said, 'unread', stated)
  })
})

describe('distances', () => {
  test('grow from the same to nothing in common', () => {
    assert.equal(calibreDistance('9x19', '9x19'), 0)
    assert.equal(calibreDistance('9mm', '9x19'), 0.2)
    assert.equal(calibreDistance('223_rem', '556x45'), 0.2)
    assert.equal(calibreDistance('357_mag', '38_spl'), 0.2)
    assert.equal(calibreDistance('9x19', '9x18'), 0.6)
    assert.equal(calibreDistance('bore_32', '32_or_bore'), 0.2)
    assert.equal(calibreDistance('bore_32', '32'), 1)
    assert.equal(calibreDistance('9x19', 'bore_12'), 1)
    assert.equal(calibreDistance('no such', 'nor this'), 1)
  })

  test('are symmetric, and zero only for the same', () => {
    const code = fc.constantFrom(...CALIBRES.map((row) => row.code))
    fc.assert(
      fc.property(code, code, (a, b) => {
        assert.equal(calibreDistance(a, b), calibreDistance(b, a))
        assert.equal(calibreDistance(a, b) === 0, a === b)
      }),
    )
  })

  test('a calibre is more specific than a name that several share', () => {
    assert.ok(calibreSpecificity('9x19') > calibreSpecificity('9mm'))
    assert.equal(calibreSpecificity('no such'), 0)
  })
})

describe('the table', () => {
  test('holds at least ninety calibres, each reference to another known', () => {
    assert.ok(CALIBRES.length >= 90)
    assert.equal(new Set(CALIBRES.map((row) => row.code)).size, CALIBRES.length)
    const referred = [
      ...CALIBRES.flatMap((row) => [...(row.of ?? []), ...(row.fires ?? [])]),
      ...Object.values(DATES),
      ...Object.values(NUMBERS).flatMap((row) => Object.values(row)),
    ]
    for (const code of referred) assert.ok(code === '' || findCalibre(code) !== null, code)
  })

  test('reads every calibre by its own name', () => {
    for (const row of CALIBRES) {
      const code = codeOf(row.name)
      assert.ok(code === row.code || (code !== null && calibreDistance(code, row.code) <= 0.6), `${row.name}: ${code}`)
    }
  })
})

test('any text is read, known or not, with its text kept', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom(null, 'pistol', 'revolver', 'shotgun', 'rifle', 'grenade_launcher', 'air_weapon'),
      (stated, type) => {
        const calibre = readCalibre(stated, { type })
        assert.equal(calibre.stated, stated)
        assert.equal(calibre.code === null, calibre.said !== 'named')
        if (calibre.code !== null) assert.notEqual(findCalibre(calibre.code), null)
      },
    ),
    { numRuns: 3_000 },
  )
})

test('two measures are read with or without millimetres, with the name or without', () => {
  for (const { code, name } of CALIBRES) {
    const metric = /^(\d+(?:\.\d+)?)×(\d+(?:\.\d+)?) mm(.*)$/.exec(name)
    if (!metric) continue
    const [, bore, length, rest] = metric
    assert.equal(readCalibre(name).code, code, name)
    assert.equal(readCalibre(`${bore}x${length}mm${rest}`).code, code, name)
    const bare = readCalibre(`${bore}x${length}`)
    if (bare.code !== code) continue
    for (const stated of [
      `${bore}x${length}mm`,
      `${bore} X ${length} MM`,
      `${bore}×${length} mm`,
      `${bore?.replace('.', ',')}x${length}`,
    ])
      assert.equal(readCalibre(stated).code, code, stated)
  }
})
