/**
 * Words in a make field that name no maker. Sources: words counted in published seizure records; inscriptions that
 * barrels, slides and cartridge heads carry.
 */
export const NOT_MAKES_VERSION = 1

/** Said of the firearm itself: nobody's factory made it. */
export const CRAFT_WORDS =
  'artesanal|artesanais|caseira|caseiro|caseira-|fabricacao caseira|fab caseira|fabricacao artesanal|fabricacao propria|fabric caseira|genérica caseira|hechiza|hechizo|casera|casero|tumbera|chimba|' +
  'artesania|fabricacion casera|craft|craft made|craft-made|craft produced|homemade|home made|home-made|improvised|privately made|pmf|ghost gun|artisanale|artisanal|fabrication artisanale|Eigenbau|Selbstbau|selbst gebaut|' +
  'domaća izrada|domaće izrade|ručni rad|домаћа израда|домаће израде|ручни рад|самодельный|самодельное|самодельная|самодельного изготовления|кустарный|кустарное|محلي الصنع|محلية الصنع|صناعة محلية|صناعة يدوية|يدوي الصنع'

/** Said of the make field: there is none. */
export const NO_MAKE_WORDS =
  's/marca|sem marca|semmarca|s/m|sm|s marca|s/marca aparente|sem marca aparente|s/m aparente|s/marcap|semmarcas|semamrca|semarca|smarca|s.marcaap|saemmarca|semmaraca|semarmaa|semnarca|smemarca|sem fabricante|sem fabric|sin marca|' +
  'no make|no maker|no brand|ohne hersteller|sans marque|sans fabricant|bez proizvođača|bez proizvodjaca|без произвођача|без производителя|без изготовителя|s/m/a|s/maparen|s/m.aparen|s/marcaa|s/marc|n/marca|marcan/ap|semm|semparente|semaparen'

/** Inscriptions and words of other fields: the source does not give the make. */
export const INSCRIPTIONS =
  'trademark|trade mark|trade|mark|tradmark|trademar|trademarq|trademarke|trademarck|trademake|trademaker|trendmark|teademark|tardemark|trackmark|thdemark|trad/mark|marctrad|tradedayar|magnum|magnun|maxi magnum|gauge|gaug|galge|gauc|galgi|' +
  'choke|full choke|fullchoke|fullchuke|fullchock|full-choke|shoke|chcke|chamber|chambers|shambers|acier|acier cockerill|acierfin|aciercock|aciercockr|aco fino|acofino|açofino|brevet|brevete|brevette|brevettato|brevettag|brevetesg|patent|patente|' +
  'ctg|ctg long|long ctg|longctg|ctglong|longotog|32longctg|otg|ctt|police|police ctg|policecpg|policecto|policecig|policeott|detective|detetive|special|spl|super|superior|smokeless|stainless|inox|steel|nitro|' +
  'reg|regis|regist|registrada|marca registrada|marcareg|marca reg|regisbras|regic|regio|regia|régis|regil|legitimo|industria|industria brasileira|ind bras|ind brasileira|made in brazil|made in usa|made in germany|made in italy|made in austria|made in spain|made in belgium|made|' +
  'usa|u.s.a.|ind argentina|industria argentina|brasil|brazil|bresilien|brezelien|german|germany|alemanha|italy|italia|spain|espanha|espanhola|chines|chinesa|china|belga|belgica|liege|elg|e.l.g.|eibar|éibar|eibar espana|eibaresp|eibarespa|belgique|liegebelga|elgbelga|americana|americano|czechoslov|czech|austria|brescia|gardone|london|birmingham|suhl|filipino|turca|israel|israelita|rep tcheca|czech republic|czech repu|cechrepub|filipinas|philippines|' +
  // names of a pattern that many factories make
  'ak|ak47|ak-47|akm|akms|ar15|ar-15|m4|m16|fal|kalashnikov|kalasnjikov|калашников|калашњиков|كلاشنكوف|كلاشينكوف|uzi|узи|عوزي|luger|lugher|lunger|luger p08|lugerp08|parabellum|парабеллум|fuzil ar15|1911|m1911|mac-10|mac 10|' +
  'munição|municao|munições|municoes|muniçao|municões|municão|cartucho|cartuchos|cartridge|cartridges|estojo|estojos|projetil|projétil|progéteis|capsula|capsulas|espoleta|polvora|chumbo|chumbinhos|chumbos|carregador|carregadores|coldre|luneta|coronha|mola|molas|' +
  'revolver|revólver|pistola|pistolet|pistolete|espingarda|garrucha|garruchão|carabina|rifle|fuzil|shotgun|arma|simulacro|airsoft|faca|facao|facão|canivete|colete|coletes|capacete|algema|peça|acessorio|marca|brand|modelo|calibre|oxidada|dois canos|doiscanos|military|militar|' +
  'long rifle|longrifle|long|short|auto|acp|lr|rifle long|velox|demiblock|demibloc|demi block|damasco|damas|crown|company|companhia|cia|caution|warning|safety|silenciador|silenciado|puxa-sucar|bulldog'

/**
 * Words with which names of several makers begin, folded: cut short within or right after such a word, a name is not
 * recognised.
 */
export const COMMON_BEGINNINGS: readonly string[] = [
  'waffenfabrik',
  'waffen',
  'fabrica',
  'fabricadearmas',
  'fabricaciones',
  'industria',
  'industrianacional',
  'industriade',
  'indnac',
  'manufacture',
  'manufactured',
  'manufacturedarmes',
  'companhia',
  'compania',
  'deutsche',
  'deutschewaffen',
  'international',
  'military',
  'militaryindustry',
  'arsenal',
  'northamerican',
  'american',
  'european',
  'europeanamerican',
  'chinese',
  'china',
  'israel',
  'carl',
  'theodor',
  'charles',
  'hermanos',
  'armas',
  'productos',
  'primary',
  'primaryweapons',
  'firearms',
  'birmingham',
  'preduzece',
  'zavodi',
  'завод',
  'заводи',
  'zaklady',
  'fabryka',
  'republic',
  'ordnance',
  'pakistan',
  'philippine',
  'vietnamese',
  'northkorean',
  'defence',
  'gustav',
  'hermann',
  'william',
  'wilhelm',
  'francisco',
  'industrie',
]

/** Short names of makes that clerks run together with a number or a model. */
export const SHORT_NAMES = 'cbc|ina|fn|cz|hk|iwi|imi|sw|hs|mas|bul|pmc'

/** Words that clerks run together with the make before them and that say nothing about which it is. */
export const FOLLOWING_WORDS =
  'sa|br|bra|brasil|usa|us|inc|co|cia|ltd|ltda|armas|arms|ind|mod|modelo|model|cal|calibre|gen|spl|special|esp|pt|pro|auto|autom|automatica|pump|pumpmod|long|trade|trad|tradem|mark|tm|reg|belga|austria|germany|argentina|' +
  'espanha|eibar|mun|municao|magnum|mag|luger|police|silver|black|bege|preta|semi|ltr|hc|sw|s|y'
