/**
 * Types of firearm and their place in the typology (DOMAIN 2.11), and the other things that seizure records list.
 * `broader` builds the tree by which distances between types are counted. Types marked `broad` are not of the list:
 * they are what sources say where they do not say more.
 */
export const TYPES_VERSION = 1

interface TypeRow {
  readonly name: string
  readonly broader: string | null
  readonly broad?: true
}

export const TYPES = {
  firearm: { name: 'firearm, not specified', broader: null, broad: true },
  handgun: { name: 'handgun, not specified', broader: null, broad: true },
  pistol: { name: 'pistol', broader: 'handgun' },
  revolver: { name: 'revolver', broader: 'handgun' },
  long_gun: { name: 'long gun, not specified', broader: null, broad: true },
  rifle: { name: 'rifle', broader: 'long_gun' },
  carbine: { name: 'carbine', broader: 'rifle' },
  assault_rifle: { name: 'assault rifle', broader: 'rifle' },
  shotgun: { name: 'shotgun', broader: 'long_gun' },
  combination: { name: 'combination gun', broader: 'long_gun' },
  automatic_weapon: { name: 'automatic weapon, not specified', broader: null, broad: true },
  submachine_gun: { name: 'sub-machine gun', broader: 'automatic_weapon' },
  machine_pistol: { name: 'machine pistol', broader: 'submachine_gun' },
  machine_gun: { name: 'machine gun, not specified', broader: 'automatic_weapon', broad: true },
  light_mg: { name: 'light machine gun', broader: 'machine_gun' },
  general_mg: { name: 'general-purpose machine gun', broader: 'machine_gun' },
  heavy_mg: { name: 'heavy machine gun', broader: 'machine_gun' },
  light_weapon: { name: 'light weapon, not specified', broader: null, broad: true },
  grenade_launcher: { name: 'grenade launcher', broader: 'light_weapon' },
  rpg_launcher: { name: 'rocket-propelled grenade launcher', broader: 'light_weapon' },
  recoilless: { name: 'recoilless rifle', broader: 'light_weapon' },
  mortar: { name: 'mortar', broader: 'light_weapon' },
  manpads: { name: 'man-portable air defence system', broader: 'light_weapon' },
  anti_tank: { name: 'anti-tank weapon', broader: 'light_weapon' },
  other_light_weapon: { name: 'other light weapon', broader: 'light_weapon' },
  alarm_signal: { name: 'alarm or signal weapon', broader: 'handgun' },
  gas_irritant: { name: 'gas or irritant weapon', broader: 'alarm_signal' },
  air_weapon: { name: 'air weapon', broader: null },
  flobert: { name: 'Flobert firearm', broader: 'long_gun' },
  disguised: { name: 'disguised firearm', broader: null },
  craft: { name: 'craft-made firearm', broader: null },
  other: { name: 'other', broader: null },
} as const satisfies Readonly<Record<string, TypeRow>>

/** Things that are no firearm but stand in the same lists. */
export const OTHER_GOODS = {
  component: 'part or component',
  ammunition: 'ammunition',
  imitation: 'imitation or replica',
  explosive: 'grenade or explosive',
  electric_shock: 'electric shock device',
  crossbow: 'crossbow',
  blade: 'blade',
  protective: 'body armour',
} as const

export const ACTIONS = {
  automatic: 'automatic',
  semi_auto: 'semi-automatic',
  selective: 'selective fire',
  revolver: 'revolver',
  bolt: 'bolt action',
  pump: 'pump action',
  lever: 'lever action',
  break: 'break action',
  single_shot: 'single shot',
  muzzle_load: 'muzzle loading',
  other: 'other',
} as const

/** Types of the same use that sources confuse although neither is the broader word. */
export const NEIGHBOURS: readonly (readonly [string, string])[] = [
  ['assault_rifle', 'machine_gun'],
  ['assault_rifle', 'submachine_gun'],
  ['assault_rifle', 'carbine'],
  ['automatic_weapon', 'assault_rifle'],
  ['submachine_gun', 'machine_gun'],
  ['submachine_gun', 'carbine'],
  ['machine_pistol', 'pistol'],
  ['combination', 'shotgun'],
  ['combination', 'rifle'],
  ['flobert', 'rifle'],
  ['alarm_signal', 'pistol'],
  ['alarm_signal', 'revolver'],
  ['gas_irritant', 'pistol'],
  ['gas_irritant', 'revolver'],
  ['craft', 'shotgun'],
  ['craft', 'handgun'],
  ['craft', 'pistol'],
  ['craft', 'long_gun'],
  ['air_weapon', 'rifle'],
  ['air_weapon', 'carbine'],
]
