import type { TypeMeaning } from './lexicons/type-words.ts'

/** First character of the public NCIC type code (DOMAIN 2.10). `Z`, all others, is left to its description. */
const FIRST: Readonly<Record<string, TypeMeaning['type']>> = {
  A: 'other_light_weapon',
  B: 'submachine_gun',
  C: 'combination',
  D: 'disguised',
  E: 'electric_shock',
  F: 'ammunition',
  G: 'explosive',
  H: 'explosive',
  I: 'explosive',
  J: 'other_light_weapon',
  K: 'rpg_launcher',
  M: 'machine_gun',
  O: 'mortar',
  P: 'pistol',
  Q: 'shotgun',
  R: 'rifle',
  S: 'shotgun',
  V: 'component',
}

/** Second characters that say how the action works. The others say what the item is and are read below. */
const SECOND: Readonly<Record<string, TypeMeaning['action']>> = {
  A: 'automatic',
  B: 'bolt',
  D: 'break',
  E: 'break',
  H: 'muzzle_load',
  I: 'semi_auto',
  L: 'lever',
  O: 'break',
  P: 'pump',
  R: 'revolver',
  S: 'single_shot',
  U: 'muzzle_load',
  W: 'break',
}

/** Reads a two-letter NCIC type code such as `PI` or `SP`. Null for anything else, also for lower case. */
export function readNcicType(stated: string): TypeMeaning | null {
  if (!/^[A-Z]{2}$/.test(stated)) return null
  const [first, second] = [stated[0]!, stated[1]!]
  const type = FIRST[first]
  if (type === undefined || !/[ABCDEFGHIJKLNOPRSTUVWX]/.test(second)) return null
  if (first === 'P' && second === 'R') return { type: 'revolver', action: 'revolver' }
  if (first === 'P' && second === 'A') return { type: 'machine_pistol', action: 'automatic' }
  if (first === 'P' && (second === 'K' || second === 'F')) return { type: 'alarm_signal' }
  if (first === 'P' && second === 'V') return { type: 'gas_irritant' }
  if (first === 'R' && second === 'C') return { type: 'carbine' }
  if (second === 'G') return { type: 'air_weapon' }
  if (second === 'N') return { type: 'grenade_launcher' }
  if (second === 'T') return { type: 'recoilless' }
  const action = SECOND[second]
  return action === undefined ? { type } : { type, action }
}
