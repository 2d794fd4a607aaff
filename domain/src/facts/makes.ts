/**
 * What is known of makes beyond their names, for hints alone: it changes no reading. A fact stands here only where
 * makers' own histories agree on it; a make that is missing gives no hint.
 */

/**
 * Names of designs that states and makers all over the world have made: `Mauser` on a rifle names its action, not where
 * it was made.
 */
export const DESIGN_NAMES: ReadonlySet<string> = new Set([
  'browning',
  'comblain',
  'enfield',
  'izhevsk',
  'lebel',
  'lefaucheux',
  'luger_dwm',
  'madsen',
  'mannlicher',
  'mauser',
  'nagant',
  'schmeisser',
  'sten',
])

/** Where firearms under a make's name were made too, beside the countries of its row. ISO 3166-1 alpha-2. */
export const FURTHER_PLANTS: Readonly<Record<string, string>> = {
  arsenal: 'US',
  colt: 'CA',
  cz: 'US',
  heckler_koch: 'US GB',
  imi: 'US',
  iwi: 'US',
  savage: 'CA',
  springfield_armory: 'BR',
  steyr: 'US',
  stoeger: 'BR IT',
  walther: 'FR US',
  weatherby: 'JP DE IT',
  winchester: 'BE JP PT TR',
}

/** The year before which the make made no firearm. */
export const MAKE_SINCE: Readonly<Record<string, number>> = {
  armalite: 1954,
  astra: 1908,
  barrett: 1982,
  benelli: 1967,
  canik: 1998,
  caracal: 2006,
  cbc: 1926,
  charter_arms: 1964,
  colt: 1836,
  fn: 1889,
  glock: 1982,
  grand_power: 2002,
  heckler_koch: 1949,
  hi_point: 1992,
  hs_produkt: 1991,
  keltec: 1991,
  kimber: 1979,
  marlin: 1870,
  mossberg: 1919,
  palmetto: 2008,
  raven: 1970,
  remington: 1816,
  rossi: 1889,
  ruger: 1949,
  sccy: 2003,
  smith_wesson: 1852,
  steyr: 1864,
  taurus: 1939,
  uberti: 1959,
  walther: 1886,
  weatherby: 1945,
  winchester: 1866,
}
