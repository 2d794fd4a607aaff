import type { NewAccount } from '../access/commands/add-account.ts'
import type { NewAgency } from '../access/commands/add-agency.ts'

/** The invented agencies of country XA and the desks that others may ask. */
export const AGENCIES = [
  { name: 'Firearms Focal Point', desk: 'Tracing desk, +XA 55 0100' },
  { name: 'Licensing Authority', desk: 'Register desk, +XA 55 0120' },
  { name: 'Customs Service', desk: 'Liaison desk, Jorun Aske, +XA 55 0142' },
  { name: 'Army Ordnance', desk: 'Stockpile desk, +XA 55 0160' },
  { name: 'Border Police', desk: 'Operations desk, +XA 55 0170' },
  { name: 'Forensic Laboratory', desk: 'Firearms section, +XA 55 0180' },
  { name: 'Court Exhibit Store', desk: 'Exhibits desk, +XA 55 0190' },
  { name: 'Proof House', desk: 'Certificates desk, +XA 55 0195' },
] as const satisfies readonly NewAgency[]

export type AgencyName = (typeof AGENCIES)[number]['name']

/** People whose parts a visitor may play; invented, each with the role that shows best what it sees. */
export const PEOPLE = [
  { name: 'Dagny Orlund', agency: 'Border Police', roles: ['recorder'] },
  { name: 'Maren Tolv', agency: 'Firearms Focal Point', roles: ['recorder'] },
  { name: 'Ilse Moravan', agency: 'Firearms Focal Point', roles: ['trace_officer', 'analyst'] },
  { name: 'Jorun Aske', agency: 'Customs Service', roles: ['analyst', 'trace_officer', 'recorder'] },
  { name: 'Teodor Vinge', agency: 'Licensing Authority', roles: ['data_steward', 'recorder'] },
  { name: 'Ansel Brookmar', agency: 'Forensic Laboratory', roles: ['ballistic_examiner'] },
  { name: 'Nadia Corven', agency: 'Firearms Focal Point', roles: ['ballistic_examiner'] },
  { name: 'Torben Ullas', agency: 'Firearms Focal Point', roles: ['ballistic_examiner'] },
  { name: 'Orin Dasko', agency: 'Firearms Focal Point', roles: ['exhibit_manager'] },
  { name: 'Lieve Marat', agency: 'Firearms Focal Point', roles: ['exhibit_manager'] },
  { name: 'Rurik Salen', agency: 'Border Police', roles: ['investigator'] },
  { name: 'Calla Brenn', agency: 'Customs Service', roles: ['investigator'] },
  { name: 'Edda Lorvik', agency: 'Firearms Focal Point', roles: ['investigator'] },
  { name: 'Sanna Orrey', agency: 'Firearms Focal Point', roles: ['data_protection_officer'] },
  // Last: from this account on the shell no longer acts as the installer.
  { name: 'Pell Hasko', agency: 'Firearms Focal Point', roles: ['administrator'] },
] as const satisfies readonly NewAccount[]

export type PersonName = (typeof PEOPLE)[number]['name']

/** Who hears of matches with the silent source of an agency. */
export const OFFICER = { agency: 'Customs Service', officer: 'Jorun Aske' } as const

/** Who hears first of findings against the custody of an agency: one who may see all their records, and one who may not. */
export const OVERSEERS = [
  { agency: 'Court Exhibit Store', officer: 'Ilse Moravan' },
  { agency: 'Firearms Focal Point', officer: 'Jorun Aske' },
] as const
