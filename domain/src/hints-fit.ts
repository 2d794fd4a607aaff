import { findCalibre } from './calibre.ts'
import { calibreDistance } from './calibre-distance.ts'
import type { Hint } from './hint.ts'
import type { ItemRead } from './item.ts'
import { findKnownModel } from './known-model.ts'
import { sizeOfType, typeDistance } from './type-distance.ts'

/** A broader name, or one whose cartridge the same chamber takes. */
const COMPATIBLE = 0.25
/** Calibres of arms that only bear a model's name: a replica is not wrongly described. */
const OF_REPLICAS: ReadonlySet<string> = new Set(['air', 'blank'])
const REPLICAS: ReadonlySet<string> = new Set(['air_weapon', 'alarm_signal', 'gas_irritant', 'imitation', 'craft'])
/** Neighbours in the typology of which one is never written for the other by somebody who sees the firearm. */
const OPPOSED = [
  [['pistol', 'machine_pistol'], ['revolver']],
  [['shotgun'], ['rifle', 'carbine', 'assault_rifle']],
] as const

function opposed(stated: string, known: string): boolean {
  if (typeDistance(stated, known) === 1) return true
  const has = (types: readonly string[], type: string) => types.includes(type)
  return OPPOSED.some(
    ([one, other]) => (has(one, stated) && has(other, known)) || (has(other, stated) && has(one, known)),
  )
}

function calibreOfModel({ model, calibre }: ItemRead): Hint[] {
  const known = findKnownModel(model.code)
  const row = findCalibre(calibre.code ?? '')
  if (!known || known.calibres.length === 0 || !row || OF_REPLICAS.has(row.kind)) return []
  if (known.calibres.some((code) => calibreDistance(row.code, code) <= COMPATIBLE)) return []
  const calibres = known.calibres.map((code) => findCalibre(code)?.name ?? code).join(', ')
  const params = { model: model.name ?? '', calibre: row.name, calibres }
  return [{ field: 'calibre', id: 'calibre_not_of_model', params }]
}

function typeOfModel({ model, type, category }: ItemRead): Hint[] {
  const known = findKnownModel(model.code)
  if (!known || type.code === null || category !== 'firearm' || REPLICAS.has(type.code)) return []
  if (known.types.some((code) => !opposed(type.code!, code))) return []
  const params = { model: model.name ?? '', type: type.code, types: known.types.join(' ') }
  return [{ field: 'type', id: 'type_not_of_model', params }]
}

/** What a kind of calibre says of the arm, against the type that is stated. */
function typeOfCalibre({ calibre, type, lethality, category }: ItemRead): Hint[] {
  const row = findCalibre(calibre.code ?? '')
  if (!row || type.code === null || category !== 'firearm' || type.code === 'firearm') return []
  const hint = (id: Hint['id']): Hint[] => [{ field: 'calibre', id, params: { calibre: row.name, type: type.code! } }]
  const size = sizeOfType(type.code)
  const is = (...types: readonly string[]) => types.includes(type.code!)
  switch (row.kind) {
    case 'air':
      return is('air_weapon', 'gas_irritant') ? [] : hint('calibre_of_air_weapon')
    case 'blank':
      return is('alarm_signal', 'gas_irritant') || lethality === 'converted' ? [] : hint('calibre_of_blank_arm')
    case 'launcher':
      return size === 'launcher' || is('alarm_signal') ? [] : hint('calibre_of_launcher')
    case 'bore':
      // A craft-made pistol takes what cartridge there is, and .410 revolvers are made.
      if (lethality !== 'unknown' || row.code === 'bore_36') return []
      return is('pistol', 'revolver', 'machine_pistol', 'submachine_gun') ? hint('calibre_is_bore') : []
    case 'bullet':
      return is('shotgun') && lethality === 'unknown' ? hint('calibre_is_cartridge') : []
    case 'broad':
      return []
  }
}

/** Hints where type, model and calibre do not fit each other (DOMAIN 4.8, E4). */
export function hintsOnFit(item: ItemRead): Hint[] {
  return [...calibreOfModel(item), ...typeOfModel(item), ...typeOfCalibre(item)]
}
