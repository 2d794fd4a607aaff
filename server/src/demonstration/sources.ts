import type { Profile } from '@proofmark/contract/schemas/profile'
import type { NewSource } from '../records/commands/add-source.ts'
import type { AgencyName } from './agencies.ts'

interface KeptSource extends NewSource {
  readonly agency: AgencyName
  /** With which the source's keys begin. */
  readonly prefix: string
  /** Where our own columns do not say what a row speaks of. */
  readonly profile?: Profile
}

const LOTS: Profile = {
  profile: 1,
  name: 'Ammunition by lot',
  row: 'ammunition-lot',
  key: 'id',
  fields: {
    serial: 'lot',
    make: 'make',
    calibre: 'calibre',
    type: 'type',
    country: 'country',
    date: 'date',
    place: 'place',
    ref: 'ref',
    quantity: 'quantity',
  },
}

/** Every source of the nation: who keeps it, and what others may know of it. */
export const SOURCES = {
  register: {
    name: 'Register of civilian firearms',
    kind: 'register',
    agency: 'Licensing Authority',
    handling: 'H0',
    visibility: 'open',
    prefix: 'L',
  },
  losses: {
    name: 'Losses and thefts',
    kind: 'loss-theft',
    agency: 'Firearms Focal Point',
    handling: 'H0',
    visibility: 'open',
    prefix: 'T',
  },
  police: {
    name: 'Police seizures',
    kind: 'seizure',
    agency: 'Firearms Focal Point',
    handling: 'H0',
    visibility: 'pointer',
    prefix: 'S',
  },
  customs: {
    name: 'Border seizures',
    kind: 'seizure',
    agency: 'Customs Service',
    handling: 'H0',
    visibility: 'pointer',
    prefix: 'B',
  },
  borderPolice: {
    name: 'Border police reports',
    kind: 'seizure',
    agency: 'Border Police',
    handling: 'H0',
    visibility: 'pointer',
    prefix: 'BP',
  },
  covert: {
    name: 'Covert observations',
    kind: 'seizure',
    agency: 'Customs Service',
    handling: 'H2',
    visibility: 'silent',
    prefix: 'CO',
  },
  found: {
    name: 'Found firearms',
    kind: 'find',
    agency: 'Firearms Focal Point',
    handling: 'H0',
    visibility: 'pointer',
    prefix: 'F',
  },
  surrender: {
    name: 'Surrender campaigns',
    kind: 'surrender',
    agency: 'Firearms Focal Point',
    handling: 'H0',
    visibility: 'pointer',
    prefix: 'A',
  },
  importLicences: {
    name: 'Import licences',
    kind: 'import-licence',
    agency: 'Licensing Authority',
    handling: 'H0',
    visibility: 'open',
    prefix: 'IL',
  },
  exportLicences: {
    name: 'Export licences',
    kind: 'export-licence',
    agency: 'Licensing Authority',
    handling: 'H0',
    visibility: 'open',
    prefix: 'EL',
  },
  deliveries: {
    name: 'Packing lists and deliveries',
    kind: 'delivery',
    agency: 'Customs Service',
    handling: 'H0',
    visibility: 'open',
    prefix: 'D',
  },
  transfers: {
    name: 'Dealers’ ledgers',
    kind: 'transfer',
    agency: 'Licensing Authority',
    handling: 'H1',
    visibility: 'open',
    prefix: 'M',
  },
  deregistrations: {
    name: 'Deregistrations',
    kind: 'deregistration',
    agency: 'Licensing Authority',
    handling: 'H0',
    visibility: 'open',
    prefix: 'LX',
  },
  army: {
    name: 'Army stockpile',
    kind: 'stockpile',
    agency: 'Army Ordnance',
    handling: 'H2',
    visibility: 'pointer',
    prefix: 'AS',
  },
  serviceWeapons: {
    name: 'Police service weapons',
    kind: 'stockpile',
    agency: 'Firearms Focal Point',
    handling: 'H1',
    visibility: 'pointer',
    prefix: 'PW',
  },
  allocations: {
    name: 'Allocations',
    kind: 'allocation',
    agency: 'Firearms Focal Point',
    handling: 'H1',
    visibility: 'pointer',
    prefix: 'PA',
  },
  returns: {
    name: 'Returns to holders',
    kind: 'return',
    agency: 'Court Exhibit Store',
    handling: 'H0',
    visibility: 'open',
    prefix: 'R',
  },
  destructions: {
    name: 'Destructions',
    kind: 'destruction',
    agency: 'Court Exhibit Store',
    handling: 'H0',
    visibility: 'open',
    prefix: 'X',
  },
  deactivations: {
    name: 'Deactivation certificates',
    kind: 'deactivation',
    agency: 'Proof House',
    handling: 'H0',
    visibility: 'open',
    prefix: 'DC',
  },
  examinations: {
    name: 'Examinations',
    kind: 'examination',
    agency: 'Forensic Laboratory',
    handling: 'H1',
    visibility: 'open',
    prefix: 'E',
  },
  ballistics: {
    name: 'Ballistic results',
    kind: 'ballistic',
    agency: 'Forensic Laboratory',
    handling: 'H1',
    visibility: 'pointer',
    prefix: 'BR',
  },
  traces: {
    name: 'Answers to traces',
    kind: 'trace-result',
    agency: 'Firearms Focal Point',
    handling: 'H1',
    visibility: 'pointer',
    prefix: 'TR',
  },
  ammunitionStock: {
    name: 'Army ammunition',
    kind: 'stockpile',
    agency: 'Army Ordnance',
    handling: 'H2',
    visibility: 'pointer',
    prefix: 'AM',
    profile: LOTS,
  },
  ammunitionSeized: {
    name: 'Ammunition seizures',
    kind: 'seizure',
    agency: 'Firearms Focal Point',
    handling: 'H0',
    visibility: 'pointer',
    prefix: 'SM',
    profile: LOTS,
  },
} as const satisfies Readonly<Record<string, KeptSource>>

export type SourceWord = keyof typeof SOURCES
