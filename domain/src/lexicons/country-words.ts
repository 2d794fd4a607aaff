/** Other words for countries, states that no longer exist, and codes for demonstrations. */
export const COUNTRY_WORDS_VERSION = 1

/** Common spellings, abbreviations and inscriptions on firearms, by alpha-2 code, separated by `|`. */
export const COUNTRY_WORDS: Readonly<Record<string, string>> = {
  AT: 'oesterreich|österreich|made in austria|autriche|aust',
  AR: 'rep argentina|republica argentina|ind argentina|industria argentina|made in argentina',
  BA: 'bosnia|bosnia herzegovina|bosna|bih|босна',
  BE: 'belgium|belgique|belgie|belgien|made in belgium|belga',
  BG: 'bulgaria|bulgarie|made in bulgaria',
  BO: 'bolivia|plurinational state of bolivia',
  BR: 'brasil|brazil|made in brazil|ind brasileira|industria brasileira|brasileira|bra',
  BY: 'belarus|byelorussia|bielorussia',
  CD: 'drc|dr congo|democratic republic of the congo|rdc|congo kinshasa|congo democratic republic',
  CG: 'republic of the congo|congo brazzaville',
  CH: 'switzerland|suisse|schweiz|svizzera|swiss|swiss made',
  CI: 'ivory coast|cote d ivoire',
  CN: 'china|prc|p r china|peoples republic of china|made in china|chinese',
  CV: 'cape verde|cabo verde',
  CZ: 'czech republic|czechia|ceska republika|made in czech republic|republica tcheca|republica checa|czech',
  DE: 'germany|deutschland|w germany|west germany|frg|brd|federal republic of germany|made in germany|alemanha|bundesrepublik',
  ES: 'spain|espana|espanha|made in spain|spanish',
  FI: 'finland|suomi',
  FR: 'france|made in france|francaise',
  GB: 'uk|u k|united kingdom|great britain|britain|england|scotland|wales|northern ireland|made in england|gbr|english|reino unido|inglaterra',
  GR: 'greece|hellas',
  HR: 'croatia|hrvatska|made in croatia|republic of croatia|croacia',
  HU: 'hungary|magyarorszag|made in hungary',
  IL: 'israel|made in israel',
  IQ: 'iraq|irak',
  IR: 'iran|islamic republic of iran|persia',
  IT: 'italy|italia|made in italy|italie|italian',
  JP: 'japan|nippon',
  KP: 'north korea|dprk|democratic peoples republic of korea',
  KR: 'south korea|korea|republic of korea|rok|made in korea',
  LA: 'laos|lao pdr|lao peoples democratic republic',
  LY: 'libya|libyan arab jamahiriya',
  MD: 'moldova|republic of moldova',
  ME: 'montenegro|crna gora|црна гора',
  MK: 'north macedonia|macedonia|fyrom|makedonija|македонија',
  MM: 'myanmar',
  NL: 'netherlands|holland|the netherlands|nederland',
  PH: 'philippines|philippine|filipinas|made in the philippines',
  PL: 'poland|polska|polonia|polonia',
  PS: 'palestine|state of palestine|occupied palestinian territory',
  PT: 'portugal|portuguesa',
  RO: 'romania|roumanie|rumania|made in romania|rumunija',
  RS: 'serbia|srbija|србија|republic of serbia|made in serbia|serbie',
  RU: 'russia|russian federation|made in russia|rusija|rf|рф|российская федерация',
  SI: 'slovenia|slovenija',
  SK: 'slovakia|slovak republic|slovensko|made in slovakia',
  SY: 'syria|syrian arab republic',
  SZ: 'swaziland|eswatini',
  TR: 'turkey|turkiye|türkiye|made in turkey|turquia|turcia|turkish',
  TW: 'taiwan|roc|taiwan province of china',
  TZ: 'tanzania|united republic of tanzania',
  UA: 'ukraine|ukraina|ukrajina',
  US: 'usa|u s a|u s|united states|united states of america|made in usa|made in u s a|america|eua|eeuu|ee uu|estados unidos da america|etats unis|сша|سلطات امريكا|امريكا|أمريكا|the united states',
  VA: 'holy see|vatican',
  VE: 'venezuela|bolivarian republic of venezuela',
  VN: 'vietnam|viet nam|socialist republic of viet nam',
  XK: 'kosovo|kosova|косово',
}

export interface FormerState {
  /** ISO 3166-3 alpha-4 where it has one; otherwise `x-` and a name. */
  readonly code: string
  readonly name: string
  /** Its last year. */
  readonly until: number
  readonly successors: readonly string[]
  readonly words: string
}

/** A firearm keeps the country it was made in: a Yugoslav mark does not say which successor answers for it. */
export const FORMER_STATES: readonly FormerState[] = [
  {
    code: 'YUCS',
    name: 'Yugoslavia',
    until: 2003,
    successors: ['RS', 'ME', 'HR', 'SI', 'BA', 'MK', 'XK'],
    words:
      'yu|yug|yugoslavia|jugoslavija|југославија|sfrj|sfry|сфрј|yougoslavie|jugoslawien|iugoslavia|jugoslavia|made in yugoslavia|югославия|يوغوسلافيا|fry|federal republic of yugoslavia',
  },
  {
    code: 'CSXX',
    name: 'Serbia and Montenegro',
    until: 2006,
    successors: ['RS', 'ME', 'XK'],
    words:
      'scg|serbia and montenegro|srbija i crna gora|србија и црна гора|serbie et montenegro|serbien und montenegro',
  },
  {
    code: 'SUHH',
    name: 'Soviet Union',
    until: 1991,
    successors: ['RU', 'UA', 'BY', 'MD', 'GE', 'AM', 'AZ', 'KZ', 'KG', 'TJ', 'TM', 'UZ', 'EE', 'LV', 'LT'],
    words:
      'su|sun|ussr|soviet union|cccp|ссср|советский союз|union sovietique|sowjetunion|uniao sovietica|union sovietica|sssr|sovjetski savez|совјетски савез|urss|udssr|الاتحاد السوفيتي|الاتحاد السوفياتي',
  },
  {
    code: 'CSHH',
    name: 'Czechoslovakia',
    until: 1992,
    successors: ['CZ', 'SK'],
    words:
      'csk|tch|cssr|czechoslovakia|ceskoslovensko|tchecoslovaquie|tschechoslowakei|checoslovaquia|tchecoslovaquia|čehoslovačka|чехословачка|чехословакия|made in czechoslovakia|تشيكوسلوفاكيا',
  },
  {
    code: 'DDDE',
    name: 'German Democratic Republic',
    until: 1990,
    successors: ['DE'],
    words:
      'dd|ddr|gdr|east germany|german democratic republic|deutsche demokratische republik|allemagne de l est|rda|alemanha oriental|alemania oriental|istočna nemačka|источна немачка|гдр|rdda|ألمانيا الشرقية',
  },
  { code: 'ZRCD', name: 'Zaire', until: 1997, successors: ['CD'], words: 'zr|zar|zaire' },
  { code: 'BUMM', name: 'Burma', until: 1989, successors: ['MM'], words: 'bu|bur|burma|birmanie|birmania' },
  {
    code: 'RHZW',
    name: 'Southern Rhodesia',
    until: 1980,
    successors: ['ZW'],
    words: 'rh|rho|rhodesia|southern rhodesia|rhodesie',
  },
  { code: 'HVBF', name: 'Upper Volta', until: 1984, successors: ['BF'], words: 'hv|hvo|upper volta|haute volta' },
  { code: 'DYBJ', name: 'Dahomey', until: 1975, successors: ['BJ'], words: 'dahomey' },
  {
    code: 'VDVN',
    name: 'North Viet Nam',
    until: 1976,
    successors: ['VN'],
    words: 'vd|vdr|north vietnam|democratic republic of viet nam',
  },
  {
    code: 'x-south-viet-nam',
    name: 'South Viet Nam',
    until: 1975,
    successors: ['VN'],
    words: 'south vietnam|republic of vietnam',
  },
  {
    code: 'YDYE',
    name: 'Democratic Yemen',
    until: 1990,
    successors: ['YE'],
    words: 'yd|ymd|south yemen|democratic yemen|اليمن الجنوبي',
  },
  {
    code: 'x-sudan-before-2011',
    name: 'Sudan before 2011',
    until: 2011,
    successors: ['SD', 'SS'],
    words: 'former sudan',
  },
  {
    code: 'x-austria-hungary',
    name: 'Austria-Hungary',
    until: 1918,
    successors: ['AT', 'HU', 'CZ', 'SK', 'HR', 'SI', 'BA'],
    words: 'austria hungary|österreich-ungarn|oesterreich ungarn|autriche hongrie|austrougarska|аустроугарска',
  },
  {
    code: 'x-german-reich',
    name: 'German Reich',
    until: 1945,
    successors: ['DE'],
    words: 'german reich|german empire|deutsches reich|prussia|preussen|nazi germany|third reich',
  },
  {
    code: 'x-ottoman-empire',
    name: 'Ottoman Empire',
    until: 1922,
    successors: ['TR'],
    words: 'ottoman empire|ottoman|empire ottoman|osmanisches reich',
  },
  {
    code: 'x-russian-empire',
    name: 'Russian Empire',
    until: 1917,
    successors: ['RU'],
    words: 'russian empire|imperial russia|российская империя',
  },
]

/** Codes of ISO 3166 that no country will ever have; demonstrations use them. */
export const DEMONSTRATION_COUNTRIES: readonly string[] = ['XA', 'XB', 'XC', 'XD', 'XE']
