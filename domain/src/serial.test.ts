import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { MARK_STATES, type MarkState } from './marking.ts'
import { readSerial, serialSpecificity } from './serial.ts'
import { expansions, formatCharacters } from './serial-characters.ts'

const serialOf = (stated: string) => readSerial(stated)[0]!
const stateOf = (stated: string) => serialOf(stated).state
const partsOf = (stated: string) => readSerial(stated).map((mark) => `${mark.part} ${mark.norm}`)

describe('words that stand where no number is', () => {
  const words: Readonly<Partial<Record<MarkState, readonly string[]>>> = {
    obliterated: [
      'SUPRIMIDO',
      'suprimida',
      'Raspado',
      'PINADA',
      'LIXADA',
      'OBLITERADO',
      'NUM. RASPADA',
      'Nº SUPRIMIDO',
      'PARC. SUPRIM', // Portuguese
      'borrado',
      'limado',
      'número borrado', // Spanish
      'obliterated',
      'FILED OFF',
      'ground off',
      'serial removed', // English
      'effacé',
      'limé',
      'meulée', // French
      'entfernt',
      'ausgeschliffen',
      'unkenntlich gemacht', // German
      'izbrisan',
      'obrisano',
      'prebrušen',
      'избрисан',
      'обрисано',
      'пребрушен', // Serbian
      'стёрт',
      'спилен',
      'номер удалён', // Russian
      'ممحو',
      'مطموس',
      'مكشوط', // Arabic
    ],
    altered: [
      'ADULTERADA',
      'remarcado',
      'altered',
      'overstamped',
      'falsifié',
      'umgestempelt',
      'prekucan',
      'прекуцан',
      'перебит',
      'مزور',
    ],
    none_found: [
      'S/N',
      'S/Nº',
      'SEM NUMERO',
      'SEM NÚMERO',
      'NÃO POSSUI',
      'INEXISTENTE',
      'AUSENTE',
      'S / N',
      's/n aparente',
      'sin número',
      'no tiene',
      'no serial',
      'none',
      'sans numéro',
      'néant',
      'ohne Nummer',
      'keine Nr.',
      'bez broja',
      'без броја',
      'без номера',
      'б/н',
      'номер отсутствует',
      'بدون رقم',
      'لا يوجد رقم',
    ],
    illegible: [
      'ILEGÍVEL',
      'NÃO APARENTE',
      'PREJUDICADO',
      'XXXXX',
      'xxxxxxxxxxxx',
      '???',
      '****',
      'ilegible',
      'illegible',
      'unreadable',
      'illisible',
      'unleserlich',
      'nečitko',
      'нечитак',
      'нечитко',
      'не читается',
      'غير مقروء',
    ],
    not_recorded: [
      'N/C',
      'NC',
      'NÃO CONSTA',
      'IGNORADO',
      '0',
      '1',
      '0000',
      '',
      '   ',
      '-',
      '---',
      'desconocido',
      'unknown',
      'n/a',
      'inconnu',
      'unbekannt',
      'nepoznat',
      'непознат',
      'неизвестно',
      'غير معروف',
    ],
    not_examined: [
      'a periciar',
      'not examined',
      'non examiné',
      'nicht untersucht',
      'nije veštačen',
      'не исследован',
      'لم يفحص',
    ],
  }
  for (const [state, stated] of Object.entries(words)) {
    for (const word of stated) {
      test(`${JSON.stringify(word)} says ${state}`, () => {
        const [mark, ...others] = readSerial(word)
        assert.equal(mark!.state, state)
        assert.equal(mark!.norm, null)
        assert.equal(mark!.stated, word)
        assert.equal(mark!.unread, undefined)
        assert.deepEqual(others, [])
      })
    }
  }

  test('words cut short by a field of twelve characters are still known', () => {
    assert.equal(stateOf('SEM NUMERAÇÃ'), 'none_found')
    assert.equal(stateOf('NAO  APARENT'), 'illegible')
    assert.equal(stateOf('NÃO LOCALIZA'), 'none_found')
    assert.equal(stateOf('NUME SUPRIMI'), 'obliterated')
  })

  test('a word one slip of the key from a known one is known', () => {
    for (const slip of ['SUPRIJMIDO', 'SUPRMIDO', 'OBLITERAD0', 'RASPADDO'])
      assert.equal(stateOf(slip), 'obliterated', slip)
  })

  test('a clerk’s S/N is none found; only words that say so mean never marked', () => {
    assert.equal(stateOf('S/N'), 'none_found')
    assert.equal(stateOf('unmarked'), 'none_found')
    assert.equal(stateOf('never marked'), 'never_marked')
    assert.equal(stateOf('absent by design'), 'never_marked')
  })

  test('words that no table knows are kept for a curator and give no number', () => {
    const mark = serialOf('a curious remark')
    assert.equal(mark.unread, true)
    assert.equal(mark.norm, null)
    assert.equal(mark.stated, 'a curious remark')
  })
})

describe('numbers', () => {
  test('a plain number is legible, and its text stays untouched', () => {
    const mark = serialOf('AB-1O23 5')
    assert.equal(mark.stated, 'AB-1O23 5')
    assert.equal(mark.norm, 'AB1O235')
    assert.equal(mark.skeleton, 'A810235')
    assert.equal(mark.state, 'legible')
    assert.equal(mark.script, 'latin')
    assert.equal(serialSpecificity(mark), 7)
  })

  test('lost characters make a mark partial', () => {
    const mark = serialOf('??4711')
    assert.equal(mark.state, 'partial')
    assert.equal(mark.norm, '??4711')
    assert.equal(mark.characters[0]!.state, 'lost')
    assert.equal(serialSpecificity(mark), 4)
  })

  test('a doubtful and a lost character stand for 72 numbers', () => {
    const mark = serialOf('12[8B]45?')
    assert.equal(mark.state, 'partial')
    assert.deepEqual(mark.characters[2], { state: 'doubtful', alternatives: ['8', 'B'], run: false })
    assert.equal(expansions(mark.characters), 72)
  })

  test('a run of X among other characters is so many lost ones', () => {
    assert.equal(serialOf('KVJXXXXX').norm, 'KVJ?????')
    assert.equal(serialOf('KXX12345').norm, 'KXX12345')
  })

  test('stars and dots stand for a run of unknown length', () => {
    assert.equal(serialOf('H****').norm, 'H*')
    assert.equal(serialOf('...54321').norm, '*54321')
    assert.equal(expansions(serialOf('H****').characters), null)
  })

  test('letters of another script keep their script beside the Latin norm', () => {
    const mark = serialOf('СВ12345')
    assert.equal(mark.norm, 'CB12345')
    assert.equal(mark.script, 'cyrillic')
    assert.equal(serialOf('٤٧١١٨').norm, '47118')
    assert.equal(serialOf('٤٧١١٨').script, 'arabic')
  })

  test('words of two beside a number say what befell it, and are no part of it', () => {
    for (const stated of ['T4?K1207 filed off', 'filed off T4?K1207', 'T4?K1207 (partially filed off)']) {
      const [mark] = readSerial(stated)
      assert.deepEqual([mark?.norm, mark?.state], ['T4?K1207', 'partial'], stated)
    }
  })

  test('a number beside a word of obliteration is a partial mark, beside one of alteration an altered one', () => {
    const scraped = serialOf('45871 (raspado)')
    assert.deepEqual([scraped.norm, scraped.state], ['45871', 'partial'])
    const altered = serialOf('45871 adulterado')
    assert.deepEqual([altered.norm, altered.state], ['45871', 'altered'])
  })

  test('a serial that a spreadsheet rounded is not made up again', () => {
    const mark = serialOf('1.7E+27')
    assert.deepEqual([mark.norm, mark.unread], [null, true])
    assert.equal(serialOf('1970-12-01 00:00:00').unread, true)
  })

  test('no number is picked out of a formula, a query, markup or a path', () => {
    for (const stated of [
      '=CMD|calc',
      '@SUM(1+9)*cmd',
      '=1+1',
      '<script>alert(1)</script>',
      '<b>47123</b>',
      "'; DROP TABLE record;--",
      'DROP TABLE record1',
      '1 OR 1=1',
      '{{7*7}}',
      '{$quux}',
      '%s%s%n',
      '&#49;&#50;',
      '../../etc/passwd',
      'C:\\Windows\\system32',
    ]) {
      const [mark, ...others] = readSerial(stated)
      assert.deepEqual([mark!.norm, mark!.unread, others], [null, true, []], stated)
    }
  })

  test('but quotes round a number, a spreadsheet’s form of it or a slip of the keyboard leave it a number', () => {
    for (const stated of ['"47123"', '="47123"', "'47123", '47123;', '_47123', '<47123>', '47123!', '47~123'])
      assert.deepEqual([serialOf(stated).norm, serialOf(stated).state], ['47123', 'legible'], stated)
    assert.equal(serialOf('AB@47123').norm, 'AB47123')
    assert.equal(serialOf('"raspado!"').state, 'obliterated')
  })

  test('a text longer than a serial stays as stated', () => {
    const long = 'A1'.repeat(5_000)
    const mark = serialOf(long)
    assert.deepEqual([mark.stated, mark.norm, mark.unread], [long, null, true])
  })
})

describe('several numbers in one field', () => {
  test('parts named in words take the numbers behind them, the frame first', () => {
    assert.deepEqual(partsOf('slide 47123, frame 47456'), ['frame 47456', 'slide 47123'])
    assert.deepEqual(partsOf('quadro: B47123 ferrolho: B47124'), ['frame B47123', 'slide B47124'])
    assert.deepEqual(partsOf('Rahmen 4711 / Lauf 4712'), ['frame 4711', 'barrel 4712'])
    assert.deepEqual(partsOf('рам 47123, цев 47124'), ['frame 47123', 'barrel 47124'])
  })

  test('or the numbers before them', () => {
    assert.deepEqual(partsOf('A47123 (cano), B4712 (tambor)'), ['barrel A47123', 'cylinder B4712'])
    assert.deepEqual(partsOf('47123 slide'), ['slide 47123'])
  })

  test('ferrolho is a pistol’s slide and a rifle’s bolt', () => {
    assert.equal(readSerial('ferrolho 4711')[0]!.part, 'slide')
    assert.equal(readSerial('ferrolho 4711', { longArm: true })[0]!.part, 'bolt_breech')
  })

  test('a slash set off by spaces parts two numbers, one inside a number does not', () => {
    assert.deepEqual(partsOf('4711 / B4712'), ['unknown 4711', 'unknown B4712'])
    assert.deepEqual(partsOf('R4711/4712'), ['unknown R47114712'])
  })

  test('one part may be legible and another obliterated', () => {
    const marks = readSerial('frame raspado, slide 47123')
    assert.deepEqual(
      marks.map(({ part, state }) => [part, state]),
      [
        ['frame', 'obliterated'],
        ['slide', 'legible'],
      ],
    )
  })
})

describe('numbers that are no serial', () => {
  for (const [stated, kind] of [
    ['PTB 987', 'proof'],
    ['Lacre 471234', 'other'],
    ['patent 471234', 'patent'],
    ['CALIBRE 38', 'calibre'],
    ['9mm', 'calibre'],
    ['patrimônio 4711', 'property'],
  ] as const) {
    test(`${stated} is a ${kind} number, and the serial is not recorded`, () => {
      const [serial, other] = readSerial(stated)
      assert.deepEqual([serial!.kind, serial!.state, serial!.norm], ['serial', 'not_recorded', null])
      assert.equal(other!.kind, kind)
      assert.notEqual(other!.norm, null)
    })
  }

  test('the name of the thing is not its number', () => {
    for (const stated of ['MUNIÇÃO', 'munição 38', 'munição 380', 'REVOLVER', 'carregador']) {
      assert.deepEqual([stateOf(stated), serialOf(stated).norm], ['not_recorded', null], stated)
    }
  })

  test('but a number beside the name of the thing is its number', () => {
    assert.equal(serialOf('pistola 47123').norm, '47123')
  })

  test('a prefix that looks like a label stays where nothing sets it off', () => {
    assert.equal(serialOf('MOD47123').norm, 'MOD47123')
    assert.equal(serialOf('SEM47123').norm, 'SEM47123')
    assert.equal(serialOf('SER 47123').norm, 'SER47123')
  })
})

test('reading any text gives at least one mark whose parts agree, and never throws', () => {
  fc.assert(
    fc.property(anyText, (stated) => {
      const marks = readSerial(stated)
      assert.ok(marks.length >= 1 && marks.length <= 20)
      assert.equal(marks[0]!.kind, 'serial')
      for (const mark of marks) {
        assert.ok(MARK_STATES.includes(mark.state))
        assert.equal(mark.norm === null, mark.skeleton === null)
        assert.equal(formatCharacters(mark.characters), mark.norm ?? '')
        if (mark.state === 'legible') assert.ok(mark.norm)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('brackets that are not closed or hold nothing leave a serial unread, not certain', () => {
  for (const stated of ['77[8B31', '12[]45', '7]7831', '12[8]45'])
    assert.equal(readSerial(stated)[0]?.unread, true, stated)
  assert.equal(readSerial('77[8B]31')[0]?.norm, '77[8B]31')
})
