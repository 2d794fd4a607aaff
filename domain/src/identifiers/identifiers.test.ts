import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TRANSLITERATION } from '../lexicons/transliteration.ts'
import { readAddress, readPage, readPoint } from './address.ts'
import { ibanChecks, imeiChecks, readCode, readIban, readPlate, readVin } from './codes.ts'
import { namesAgree, readName, scriptOf, soundOfName } from './person-name.ts'
import { keyText, readValue } from './read-value.ts'
import { readTelephone } from './telephone.ts'
import { VALUE_FIELDS } from './value-fields.ts'

const letters = fc.constantFrom(
  ...'abcdefghijklmnoprstuvzčćšžđáéö',
  ...'абвгдежзијклмнопрстћуфхцчш',
  ...'αβγδεζηθικλμνοπρστ',
  ...'ابتجحدرسعفقكلمنهوي',
)
const word = fc.array(letters, { minLength: 1, maxLength: 9 }).map((all) => all.join(''))
const name = fc.array(word, { minLength: 1, maxLength: 4 })

test('a name reads as itself whatever the order of its words, their case and what stands between them', () => {
  fc.assert(
    fc.property(name, fc.constantFrom(' ', ', ', ' - ', '  '), (words, between) => {
      const said = words.join(' ')
      const otherwise = words.toReversed().join(between).toUpperCase()
      // A sharp s and a final sigma have other capitals.
      assert.equal(readName(otherwise.replaceAll('Σ', 'σ')), readName(said))
      assert.equal(readName(readName(said) ?? ''), readName(said))
      assert.equal(soundOfName(words.toReversed().join(between)), soundOfName(said))
    }),
  )
})

test('a name in Cyrillic or Greek letters reads as its spelling in Latin ones', () => {
  const foreign = fc.constantFrom(
    ...Object.keys(TRANSLITERATION).filter((each) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(each)),
  )
  fc.assert(
    fc.property(fc.array(foreign, { minLength: 1, maxLength: 9 }), (all) => {
      const latin = all.map((letter) => TRANSLITERATION[letter]![0]).join('')
      assert.equal(readName(all.join('')), readName(latin))
    }),
  )
})

test('spellings of one name in several scripts sound alike, and other names do not', () => {
  for (const spellings of [
    ['Mohammed Yusuf', 'Muhammad Youssouf', 'محمد يوسف', 'Мохаммед Юсуф', 'YUSUF, MOHAMED'],
    ['Đorđe Kovačević', 'Djordje Kovacevic', 'Ђорђе Ковачевић'],
    ['Dimitra Papadopoulou', 'Δήμητρα Παπαδοπούλου'],
    ['Nowak', 'Novák', 'Новак'],
    ['Said al-Hakim', 'سعيد الحكيم'],
    ['Abdul Rahman Khalil', 'Abdelrahman Khalil', 'Abdurrahman Khalil', 'عبد الرحمن خليل', 'عبدالرحمن خليل'],
    ['Abdullah Omar', 'Abdallah Omar', 'عبد الله عمر', 'عبدالله عمر'],
    ['Evangelos Xenakis', 'Ευάγγελος Ξενάκης'],
    ['Konstantinos Bakas', 'Konstantinos Mpakas', 'Κωνσταντίνος Μπάκας'],
    ['Christos Lambrou', 'Χρήστος Λάμπρου'],
    ['Yevgeny Sokolov', 'Evgenii Sokolov', 'Евгений Соколов'],
    ['Iuliia Tkachenko', 'Yulia Tkachenko', 'Юлія Ткаченко'],
    ['Abubakr Saleh', 'Abu Bakr Saleh', 'أبو بكر صالح', 'أبوبكر صالح', 'Абубакр Салех'],
  ])
    assert.equal(new Set(spellings.map(soundOfName)).size, 1, spellings.map(soundOfName).join(' / '))
  assert.notEqual(soundOfName('Mohammed Yusuf'), soundOfName('Mohammed Karim'))
  assert.equal(namesAgree('Đorđe Kovačević', 'KOVAČEVIĆ Đorđe'), 'read')
  assert.equal(namesAgree('محمد يوسف', 'Mohammed Yusuf'), 'sound')
  assert.equal(namesAgree('Ana Lind', 'Ivo Lind'), null)
  assert.deepEqual(['Ana', 'Ана', 'Άννα', 'آنا', 'Anа', ''].map(scriptOf), [
    'Latn',
    'Cyrl',
    'Grek',
    'Arab',
    'Zyyy',
    'Zyyy',
  ])
})

test('an address reads as one however its way, its number and its house are spelled, and as no other', () => {
  for (const spellings of [
    ['Hafenstraße 12', 'Hafenstr. 12', 'Hafen Str. Nr. 12', '12 HAFENSTRASSE'],
    ['Müllerweg 3', 'Muellerweg 3'],
    ['12 Harbour Rd', 'Harbour Road No. 12', 'Harbour Road № 12'],
    ['12 St. Mark Street', '12 Saint Mark St.', 'Saint Mark Str. 12'],
    ['C/ del Puerto, 12', 'Calle del Puerto 12'],
    ['Av. Central n° 5', '5 avenue Central', 'Avenida Central, 5'],
    ['ул. Лучка бр. 12а', 'Lučka 12 A', 'Lučka ulica 12-a'],
    ['Λιμένος 12', 'Οδός Λιμένος 12'],
    ['شارع الميناء ١٢', 'شارع الميناء رقم 12'],
    ['12 Harbour Road, Flat 3', 'Harbour Road 12, Apt. 3'],
    ['5 bis rue de la Paix', '5bis, rue de la Paix'],
    ['Dock Street 05', 'House 5, Dock Street', '5 Dock St'],
    ['12 Harbour Road, 2nd floor', '12 Harbour Rd, Floor 2'],
    ['ul. Morska 10 m. 4', 'ulica Morska 10 lok. 4'],
    ['пр. Мира 10', 'просп. Мира, 10', 'prospekt Mira 10'],
    ['пл. Республики 1', 'площадь Республики 1'],
    ['вулиця Хрещатик, буд. 22', 'вул. Хрещатик 22', 'Khreshchatyk St. 22'],
    ['Οδός Ερμού 5', 'Ermou 5'],
    ['Rruga e Durrësit Nr. 15', 'Rr. e Durresit 15'],
    ['Bd. Unirii 8', 'Bulevardul Unirii nr. 8'],
    ['Atatürk Cad. No: 5', 'Ataturk Caddesi 5'],
    ['Kossuth Lajos u. 5', 'Kossuth Lajos utca 5'],
    ['R. Augusta 15', 'Rua Augusta 15'],
    ['Storgata 5', 'Stor gata 5'],
    ['Lindenallee 4', 'Linden-Allee 4'],
    ['Schloßplatz 1', 'Schloss Platz 1'],
    ['P.O. Box 12 Vard', 'PO Box 12, Vard'],
  ])
    assert.equal(new Set(spellings.map(readAddress)).size, 1, spellings.map(readAddress).join(' / '))
  for (const [one, other] of [
    ['12 Harbour Road', '12 Harbour Street'],
    ['12 Harbour Road', '21 Harbour Road'],
    ['12a Harbour Road', '12 B Harbour Road'],
    ['12 Harbour Road, Flat 3', '3 Harbour Road, Flat 12'],
    ['Hafenstraße 12', 'Hafengasse 12'],
    ['Ulica Mira 5', 'Bulevar Mira 5'],
    ['St. Mark 4', 'Mark Street 4'],
    ['Main Street', 'Main Road'],
    ['Newgate 5', 'New Street 5'],
    ['ulica Morska 10 m. 4', 'ulica Morska 10m'],
    ['12 Harbour Road, 2nd floor', '2 Harbour Road, 12th floor'],
    ['5 bis rue de la Paix', '5 rue de la Paix'],
    ['Fő út 7', 'Fő u. 7'],
    ['Pushkina 50', 'Pushkina 5'],
  ] as const)
    assert.notEqual(readAddress(one), readAddress(other), `${one} / ${other}`)
  assert.equal(readAddress('town'), null)
})

test('an address reads as one in whatever order and case its words stand, and as another by each of its words', () => {
  const called = fc.stringMatching(/^[a-df-ik-np-v]{5,9}$/).filter((each) => each !== 'raqam')
  const house = fc.integer({ min: 1, max: 999 })
  fc.assert(
    fc.property(fc.array(called, { minLength: 1, maxLength: 3 }), house, house, (words, number, other) => {
      const read = readAddress(`${words.join(' ')} ${number}`)
      assert.equal(readAddress(`${number}, ${words.toReversed().join(' ').toUpperCase()}`), read)
      assert.equal(readAddress(`${words.join('-')} No. 0${number}`), read)
      assert.equal(readAddress(`${words.join(' ')} ${other}`) === read, number === other)
      assert.notEqual(readAddress(`${words.join(' ')} ${number} Ostrel`), read)
    }),
  )
})

test('a telephone number reads as E.164 where its country is known', () => {
  for (const stated of ['+381 63 123-456', '0038163123456', '00 381 (0)63 123 456', '+٣٨١٦٣١٢٣٤٥٦'])
    assert.deepEqual(readTelephone(stated), { form: '+38163123456', international: true }, stated)
  assert.deepEqual(readTelephone('063/123-456'), { form: '063123456', international: false })
  for (const stated of ['', 'unknown', '12', '+0 123 456 789']) assert.equal(readTelephone(stated), null, stated)
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{6,14}$/), fc.constantFrom(' ', '-', '.', ''), (digits, between) => {
      assert.equal(readTelephone(`+${[...digits].join(between)}`)?.form, `+${digits}`)
    }),
  )
})

test('plates, papers and numbers of vehicles are equal however they are set', () => {
  assert.equal(readPlate('ВG 123-АВ'), readPlate('bg123ab'))
  assert.equal(readVin('WVWZZZ1JZ3W38675O'), 'WVWZZZ1JZ3W386750')
  assert.equal(readCode('№ 12/34-А'), readCode('No 12 34 A'))
  assert.ok(ibanChecks(readIban('GB82 WEST 1234 5698 7654 32')!))
  assert.ok(!ibanChecks('GB82WEST12345698765433'))
  assert.ok(imeiChecks('490154203237518') && !imeiChecks('490154203237519'))
})

test('a page is one page whatever counts its visitors, and a point is one point', () => {
  assert.equal(readPage('https://www.Market.example/ads/17/?b=2&utm_source=x&a=1#top'), 'market.example/ads/17?a=1&b=2')
  assert.equal(readPage('ask me'), null)
  assert.equal(readPoint('-0.0001, 20.46123'), '0.000,20.461')
  assert.equal(readPoint('95, 10'), null)
})

test('whatever is said is read or left, and keeps its reading when it is said again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VALUE_FIELDS), fc.string({ maxLength: 80, unit: 'grapheme' }), (field, stated) => {
      const { form, hint } = readValue(field, stated)
      assert.ok(form === null || form !== '')
      assert.deepEqual(readValue(field, stated), { form, hint })
      if (form === null && !['name', 'alias', 'title'].includes(field)) assert.equal(keyText(field, stated), null)
    }),
  )
  for (const [stated, form] of [
    ['1981-02-28', '1981-02-28'],
    ['1980-02-29', '1980-02-29'],
    ['1981-02', '1981-02'],
    [' 1981 ', '1981'],
    ['1981-02-30', null],
    ['1981-02-29', null],
    ['1981-02-00', null],
    ['1981-13', null],
    ['28.02.1981', null],
  ] as const)
    assert.deepEqual(readValue('born', stated), { form, hint: form === null ? 'date_shape' : null })
  assert.equal(readValue('iban', 'GB82 WEST 1234 5698 7654 33').hint, 'iban_check')
  assert.equal(readValue('number', '063 123 456').hint, 'telephone_national')
  assert.equal(keyText('alias', 'Ђорђе'), keyText('name', 'Djordje'))
  assert.equal(keyText('title', 'Market Fair'), keyText('name', 'MARKET FAIR'))
})
