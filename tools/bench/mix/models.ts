import { KNOWN_MODELS } from '../../../domain/src/facts/models.ts'
import { MODELS } from '../../../domain/src/lexicons/models.ts'
import { type Chances, chancesFrom } from '../../../server/src/demonstration/random.ts'
import { seedOf } from './draw.ts'

/** A model of the mix; types and calibres by their codes. */
export interface MixModel {
  readonly name: string
  /** Other spellings that the table of models knows. */
  readonly spellings: readonly string[]
  readonly type: string
  /** The usual one first. */
  readonly calibres: readonly string[]
  readonly since: number
}

/** As often as named. */
const USUAL_CALIBRES: Readonly<Record<string, readonly string[]>> = {
  pistol: ['9x19', '9x19', '9x19', '9x17', '9x17', '40_sw', '45_acp', '32_acp', '22_lr', '25_acp'],
  revolver: ['38_spl', '38_spl', '38_spl', '357_mag', '357_mag', '32_sw_long', '22_lr', '44_mag'],
  rifle: ['22_lr', '22_lr', '308_win', '223_rem', '30_06', '243_win', '792x57', '300_win_mag'],
  shotgun: ['bore_12', 'bore_12', 'bore_12', 'bore_12', 'bore_20', 'bore_16', 'bore_28', 'bore_36'],
  assault_rifle: ['556x45', '762x39', '762x39', '223_rem', '762x51'],
  submachine_gun: ['9x19', '9x19', '45_acp', '40_sw'],
  machine_gun: ['762x54r', '762x51', '556x45'],
  alarm_signal: ['blank_9_pak', 'blank_9_pak', 'blank_8', 'blank_9_rk'],
}
const INVENTED_NAMES = ['Standard', 'Compact', 'Classic', 'Sport', 'Police', 'Hunter', 'Elite', 'Tactical'] as const

function inventedName(chances: Chances): string {
  const letter = () => 'ABCDEFGHKLMPRSTVX'[chances.below(17)]!
  const number = 1 + chances.below(99)
  const forms = [
    `${letter()}${letter()}-${number}`,
    `M${number}`,
    `${letter()} ${number}00`,
    `Model ${number}`,
  ] as const
  return chances.happens(0.25) ? chances.pick(INVENTED_NAMES) : chances.pick(forms)
}

function namesOf(code: string, chances: Chances): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const entry of MODELS[code]?.split(';') ?? []) {
    const [name = '', spellings = ''] = entry.trim().split('=')
    if (name !== '') names.set(name, spellings.split(',').filter(Boolean))
  }
  const count = names.size > 0 ? 0 : 5 + chances.below(10)
  while (names.size < count) names.set(inventedName(chances), [])
  return names
}

function factsOf(code: string): Map<string, Omit<MixModel, 'name' | 'spellings'>> {
  const facts = new Map<string, Omit<MixModel, 'name' | 'spellings'>>()
  for (const { make, types, calibres, models } of KNOWN_MODELS) {
    if (make !== code || calibres.length === 0) continue
    for (const model of models.split(';')) {
      const [name = '', since] = model.split('@')
      if (!facts.has(name)) facts.set(name, { type: types[0]!, calibres, since: Number(since ?? 0) })
    }
  }
  return facts
}

/**
 * The models of a make, the commonest first: names of the table of models, else invented ones. Where no table says what
 * a model is, it is one of `types`, in a calibre usual for them.
 */
export function modelsOf(code: string, types: readonly string[]): MixModel[] {
  const chances = chancesFrom(seedOf(`models of ${code}`))
  const facts = factsOf(code)
  const models = [...namesOf(code, chances)].map(([name, spellings]) => {
    const type = chances.pick(types)
    const calibres = [chances.pick(USUAL_CALIBRES[type]!)]
    return { name, spellings, ...(facts.get(name) ?? { type, calibres, since: 0 }) }
  })
  // What is known best is seen most.
  return models.toSorted((a, b) => Number(facts.has(b.name)) - Number(facts.has(a.name)))
}
