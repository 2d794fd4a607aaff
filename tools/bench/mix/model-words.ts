import { foldKey } from '../../../domain/src/fold.ts'
import type { Chances } from '../../../server/src/demonstration/random.ts'
import { casesOf, repeated } from './draw.ts'
import { drawMake, mixMakeNamed } from './makes.ts'

interface Registered {
  readonly make: string
  readonly model: string
}

const drawForm = casesOf({ table: 30, spacing: 30, case: 15, make: 15, shorter: 10 })

function respaced(name: string, chances: Chances): string {
  const joint = /(?<=\p{L})[ -]?(?=\d)|(?<=\d)[ -]?(?=\p{L})|[ -]/u
  return name.replace(joint, (sign) => chances.pick(['', ' ', '-'].filter((other) => other !== sign)))
}

/** Without the letters in front or behind, or else without one character. */
function shorter(name: string, chances: Chances): string {
  const number = /\d[\d/-]*/.exec(name)?.[0] ?? ''
  if (number.length > 1 && number !== name && chances.happens(0.5)) return number
  const at = chances.below(name.length)
  return name.slice(0, at) + name.slice(at + 1)
}

function variantOnce({ make, model }: Registered, spellings: readonly string[], chances: Chances): string {
  const form = drawForm(chances)
  if (form === 'table' && spellings.length > 0) return chances.pick(spellings)
  if (form === 'case') return chances.pick([model.toLowerCase(), model.toUpperCase()])
  if (form === 'make') return `${make} ${model}`
  if (form === 'shorter' && model.length > 2) return shorter(model, chances)
  return respaced(model, chances)
}

const ATTEMPTS = 40

/** The registered model spelt otherwise, and not as another model of the make. */
export function modelVariant(registered: Registered, chances: Chances): string {
  const { models } = mixMakeNamed(registered.make)
  const own = models.find(({ name }) => name === registered.model)
  const key = foldKey(registered.model)
  const attempt = (attempted: Chances) => {
    const written = variantOnce(registered, own?.spellings ?? [], attempted)
    const writtenKey = foldKey(written)
    const another =
      writtenKey !== key && models.some(({ name }) => name !== registered.model && foldKey(name) === writtenKey)
    return writtenKey !== '' && written !== registered.model && !another ? written : null
  }
  return repeated(attempt, chances, ATTEMPTS) ?? `${registered.make} ${registered.model}`
}

/** Another model of the make, or where it has no other, of another make. */
export function wrongModel({ make, model }: Registered, chances: Chances): string {
  const own = mixMakeNamed(make)
  const attempt = (attempted: Chances) => {
    const from = own.models.length > 1 ? own : drawMake(attempted)
    const { name } = from.drawModel(attempted)
    return name === model ? null : name
  }
  return repeated(attempt, chances)!
}
