import { foldKey } from './fold.ts'
import { MODELS } from './lexicons/models.ts'

export interface Model {
  /** `make/model`: a model is known only within its make. */
  readonly code: string
  readonly name: string
}

const ROMAN: Readonly<Record<string, string>> = { ii: '2', iii: '3', iv: '4', v: '5', vi: '6', vii: '7', viii: '8' }

/**
 * The key of a model's name: folded; `Mk` is `mark`, a Roman numeral that stands alone is a number, so that `Mark II`,
 * `Mk.2` and `MARK 2` agree and `Mark III` differs.
 */
export function modelKey(stated: string): string {
  const marked = stated
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bmk(?=[\s.-]*[ivx\d])/g, 'mark ')
    .replace(/\bmark(?=[ivx\d])/g, 'mark ')
    .replace(/\bmark i(?![\p{L}\p{N}])/gu, 'mark 1')
    .replace(/(?<![\p{L}\p{N}])(?:viii|vii|vi|iv|v|iii|ii)(?![\p{L}\p{N}])/gu, (numeral) => ROMAN[numeral] ?? numeral)
    .replace(/(?<![\p{L}\p{N}])(?:modelo|modele|modell|model|mod|mle)[\s.:]+/gu, '')
  return foldKey(marked)
}

const byMake = new Map<string, Map<string, Model>>()
for (const [make, list] of Object.entries(MODELS)) {
  const known = new Map<string, Model>()
  for (const entry of list.split(';')) {
    const [name = '', words = ''] = entry.trim().split('=')
    const model: Model = { code: `${make}/${modelKey(name)}`, name: name.trim() }
    for (const word of [name, ...words.split(',')]) {
      const key = modelKey(word)
      if (key !== '' && !known.has(key)) known.set(key, model)
    }
  }
  byMake.set(make, known)
}

/** Words behind a model that make no other model of it: generation, finish, calibre. */
const TRAILING = /(?:gen\d|g[345]|inox|ss|oxidado|oxid|black|blk|preta|bege|tan|cal\d+|9mm|40sw|40)$/

/** A make's model by exactly this folded name, or null. */
export function modelNamed(make: string, key: string): Model | null {
  return byMake.get(make)?.get(key) ?? null
}

/** A make's model by its folded name, or null. Never by likeness: models that differ by one character differ. */
export function modelOf(make: string, key: string): Model | null {
  return modelNamed(make, key) ?? modelNamed(make, key.replace(TRAILING, ''))
}

/** A make's model by its code, or null. */
export function findModel(make: string, code: string): Model | null {
  const model = code.startsWith(`${make}/`) ? modelNamed(make, code.slice(make.length + 1)) : null
  return model?.code === code ? model : null
}

/** Every folded word for a make's models, with the model's code. */
export function* modelWords(make: string): Generator<readonly [string, string]> {
  for (const [word, { code }] of byMake.get(make) ?? []) yield [word, code]
}

const makesByModel = new Map<string, string[]>()
for (const [make, known] of byMake) {
  for (const key of known.keys()) makesByModel.set(key, [...(makesByModel.get(key) ?? []), make])
}

/** The codes of the makes that have a model by exactly this folded name. */
export function makesWithModel(key: string): readonly string[] {
  return makesByModel.get(key) ?? []
}

/** How many models the table knows. */
export function modelCount(): number {
  let count = 0
  for (const known of byMake.values()) count += new Set(known.values()).size
  return count
}
