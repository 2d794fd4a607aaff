/** Corrections, the exchange ledger, keys and the text of law in the states that they look another way in. */
export const EXCHANGE_PAGES = {
  corrections: [
    { state: 'empty', path: '/exchange/corrections' },
    { state: 'of an administrator', path: '/exchange/corrections', as: 'administrator', alike: true },
    { state: 'closed to analyst', path: '/exchange/corrections', as: 'analyst', alike: true },
  ],
  ledger: [
    { state: 'whole', path: '/exchange/ledger', as: 'administrator' },
    { state: 'of a data protection officer', path: '/exchange/ledger', as: 'data_protection_officer', alike: true },
    { state: 'closed to trace_officer', path: '/exchange/ledger', alike: true },
  ],
  exchange_keys: [
    { state: 'whole', path: '/exchange/keys', as: 'administrator' },
    { state: 'closed to trace_officer', path: '/exchange/keys', alike: true },
  ],
  law: [
    { state: 'of a data steward', path: '/law', as: 'data_steward' },
    { state: 'of a tracing officer', path: '/law', alike: true },
    { state: 'closed to recorder', path: '/law', as: 'recorder', alike: true },
  ],
} as const
