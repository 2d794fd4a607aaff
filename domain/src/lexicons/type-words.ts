/**
 * Words for types and actions, by language. A word may say more than the type: the action, or where the lethality
 * comes from. Sources: the typology of the UN questionnaire in its official languages, words counted in published
 * seizure records, national firearms acts for German, Serbian and Portuguese.
 */
import type { OriginOfLethality } from '../item.ts'
import type { ACTIONS, OTHER_GOODS, TYPES } from './types.ts'

export const TYPE_WORDS_VERSION = 1

export interface TypeMeaning {
  readonly type: keyof typeof TYPES | keyof typeof OTHER_GOODS
  readonly action?: keyof typeof ACTIONS
  readonly lethality?: OriginOfLethality
}

/** Meaning and its words, separated by `|`. */
export const TYPE_WORDS: readonly (TypeMeaning & { readonly words: string })[] = [
  {
    type: 'pistol',
    words:
      'pistola|pistolas|pistol|pistols|pistolet|pistolets|Pistole|Pistolen|pištolj|pistolj|pištolji|пиштољ|пистолет|пистолеты|مسدس آلي|طبنجة|مسدس|' +
      'hand gun pistol|pistola automatica|pst|pist',
  },
  {
    type: 'pistol',
    action: 'semi_auto',
    words:
      'pistola semiautomatica|pistola semi automatica|semi-automatic pistol|semiautomatic pistol|semi auto pistol|self-loading pistol|' +
      'pistolet semi-automatique|pistolet automatique|Selbstladepistole|halbautomatische Pistole|poluautomatski pištolj|полуаутоматски пиштољ|' +
      'самозарядный пистолет|مسدس نصف آلي|مسدس شبه آلي',
  },
  {
    type: 'pistol',
    action: 'single_shot',
    words:
      'garrucha|garruchao|garruchão|garrucha 1 cano|pistolao|pistolão|pistolete|pistola de um tiro|single shot pistol|pistola monotiro|Einzelladerpistole',
  },
  {
    type: 'pistol',
    action: 'break',
    words: 'garrucha 2 canos|garrucha dois canos|derringer|pistola derringer|deringer',
  },
  {
    type: 'revolver',
    action: 'revolver',
    words:
      'revolver|revolveres|revolvers|revólver|revolver de percussao|Trommelrevolver|револьвер|револьверы|револвер|revolver rev|مسدس دوار|مسدس بكرة|ريفولفر|rev',
  },
  {
    type: 'handgun',
    words:
      'handgun|handguns|hand gun|arma curta|arma corta|arme de poing|Faustfeuerwaffe|Kurzwaffe|kratko oružje|кратко оружје|короткоствольное оружие|سلاح ناري قصير',
  },
  {
    type: 'long_gun',
    words:
      'long gun|arma longa|arma larga|arme longue|arme d epaule|Langwaffe|dugo oružje|dugo vatreno oružje|дуго оружје|длинноствольное оружие|سلاح ناري طويل',
  },
  {
    type: 'rifle',
    words:
      'rifle|rifles|fuzil|fuzis|fusil|carabine rayee|Gewehr|Büchse|Buechse|puška|puska|karabin puška|пушка|винтовка|винтовки|بندقية|بنادق|sniper rifle|rifle de precisao|' +
      'Scharfschützengewehr|snajper|snajperska puška|снајперска пушка|снайперская винтовка|بندقية قنص',
  },
  {
    type: 'rifle',
    action: 'bolt',
    words:
      'rifle de cerrojo|bolt action rifle|bolt-action rifle|rifle de repeticao|rifle de repetição|fuzil de repeticao|rifle de repeticion|Repetierbüchse|Repetiergewehr|repetirka|репетирка|fusil a verrou|магазинная винтовка|mosquetao|mosquetão|mosqueton|mousqueton',
  },
  {
    type: 'rifle',
    action: 'lever',
    words: 'lever action rifle|rifle de palanca|rifle de alavanca|Unterhebelrepetierer',
  },
  {
    type: 'rifle',
    action: 'semi_auto',
    words:
      'rifle semiautomatico|semi-automatic rifle|semiautomatic rifle|fuzil semiautomatico|Selbstladebüchse|Selbstladegewehr|poluautomatska puška|полуаутоматска пушка|самозарядная винтовка|fusil semi-automatique|بندقية نصف آلية',
  },
  {
    type: 'rifle',
    action: 'muzzle_load',
    words:
      'muzzle loading rifle|muzzleloader|Vorderlader|espingarda de antecarga|pica-pau|picapau|espingarda pica pau|polveira|avancarga|fusil de avancarga|musket|mosquete',
  },
  {
    type: 'carbine',
    words:
      'carabina|carabinas|carbine|carbines|carabine|Karabiner|karabin|карабин|карабини|карабины|كاربين|بندقية قصيرة',
  },
  {
    type: 'shotgun',
    words:
      'espingarda|espingardas|escopeta|escopetas|shotgun|shotguns|shot gun|fusil de chasse|Flinte|Schrotflinte|sačmarica|sacmarica|sačmara|lovačka puška|сачмарица|ловачка пушка|' +
      'дробовик|ружьё|ружье|охотничье ружье|гладкоствольное ружье|بندقية صيد|بندقية خرطوش|بندقية رش|شوزن|calibre 12 espingarda',
  },
  {
    type: 'shotgun',
    action: 'break',
    words:
      'cartucheira|cartucheiras|espingarda cartucheira|escopeta de dos canos|double barrel shotgun|Doppelflinte|Bockflinte|fusil juxtapose|fusil superpose|dvocevka|двоцевка|двустволка',
  },
  {
    type: 'shotgun',
    action: 'single_shot',
    words: 'single barrel shotgun|single shot shotgun|jednocevka|једноцевка|Einzelladerflinte|escopeta de un cano',
  },
  {
    type: 'shotgun',
    action: 'pump',
    words:
      'espingarda pump|espingarda de repeticao|pump action shotgun|pump-action shotgun|pump shotgun|escopeta de corredera|fusil a pompe|Vorderschaftrepetierflinte|Pumpgun|pumparica|пумпарица|помповое ружье',
  },
  {
    type: 'shotgun',
    action: 'semi_auto',
    words:
      'espingarda semiautomatica|semi-automatic shotgun|escopeta semiautomatica|Selbstladeflinte|fusil de chasse semi-automatique',
  },
  {
    type: 'combination',
    words:
      'combination gun|combined gun|rifle-shotgun combination|arma combinada|arma mista|espingarda mista|Drilling|Bockbüchsflinte|Büchsflinte|Kombinierte Waffe|kombinovana puška|комбинована пушка|комбинированное ружье|fusil mixte',
  },
  {
    type: 'submachine_gun',
    words:
      'submetralhadora|sub metralhadora|sub-metralhadora|subfusil|submachine gun|sub-machine gun|sub machine gun|smg|pistolet mitrailleur|pistolet-mitrailleur|mitraillette|Maschinenpistole|automat kratki|kratka automatska puška|пистолет-пулемет|пистолет пулемёт|аутомат кратки|رشاش قصير|رشاش صغير|غدارة|subametralladora|pistola ametralladora',
  },
  {
    type: 'machine_pistol',
    words:
      'machine pistol|pistola metralhadora|pistola automatica rajada|Reihenfeuerpistole|automatski pištolj|автоматический пистолет',
  },
  {
    type: 'assault_rifle',
    action: 'selective',
    words:
      'assault rifle|assault rifles|fuzil de assalto|fusil de asalto|rifle de asalto|rifle de assalto|fusil d assaut|Sturmgewehr|automatska puška|jurišna puška|аутоматска пушка|јуришна пушка|автомат|автоматы|автомат Калашникова|بندقية هجومية|بندقية آلية|كلاشنكوف|كلاشينكوف|بندقية اقتحام|kalashnikov|kalasnjikov',
  },
  {
    type: 'machine_gun',
    action: 'automatic',
    words:
      'metralhadora|metralhadoras|ametralladora|machine gun|machine guns|machinegun|mitrailleuse|Maschinengewehr|mitraljez|митраљез|пулемёт|пулемет|رشاش|رشاشات|مدفع رشاش',
  },
  {
    type: 'light_mg',
    action: 'automatic',
    words:
      'light machine gun|lmg|metralhadora leve|fuzil metralhadora|ametralladora ligera|fusil ametrallador|fusil mitrailleur|mitrailleuse legere|leichtes Maschinengewehr|puškomitraljez|пушкомитраљез|ручной пулемет|ручной пулемёт|رشاش خفيف',
  },
  {
    type: 'general_mg',
    action: 'automatic',
    words:
      'general purpose machine gun|general-purpose machine gun|gpmg|metralhadora de uso geral|ametralladora de proposito general|mitrailleuse polyvalente|единый пулемет|رشاش متعدد الأغراض',
  },
  {
    type: 'heavy_mg',
    action: 'automatic',
    words:
      'heavy machine gun|hmg|metralhadora pesada|ametralladora pesada|mitrailleuse lourde|schweres Maschinengewehr|teški mitraljez|тешки митраљез|крупнокалиберный пулемет|станковый пулемет|رشاش ثقيل',
  },
  {
    type: 'automatic_weapon',
    action: 'automatic',
    words:
      'automatic weapon|arma automatica|arme automatique|automatische Waffe|automatsko oružje|аутоматско оружје|автоматическое оружие|سلاح آلي',
  },
  {
    type: 'grenade_launcher',
    words:
      'grenade launcher|lanca granadas|lanca-granadas|lançador de granadas|lanzagranadas|lance-grenades|Granatwerfer|bacač granata|бацач граната|гранатомет|гранатомёт|قاذف قنابل',
  },
  {
    type: 'rpg_launcher',
    words:
      'rpg|rpg launcher|rocket propelled grenade launcher|rocket launcher|lanca rojao|lançarojão|lanzacohetes|lance-roquettes|Panzerfaust|ručni bacač|ручни бацач|ручной противотанковый гранатомет|قاذف آر بي جي|آر بي جي',
  },
  {
    type: 'recoilless',
    words:
      'recoilless rifle|recoilless|canhao sem recuo|canon sans recul|cañon sin retroceso|bestrzajni top|bestrzajno oruđe|бестрзајни топ|безоткатное орудие',
  },
  { type: 'mortar', words: 'mortar|morteiro|mortero|mortier|Mörser|minobacač|минобацач|миномет|миномёт|هاون' },
  {
    type: 'manpads',
    words:
      'manpads|manpad|man-portable air defence system|man portable air defense system|пзрк|منظومات الدفاع الجوي المحمولة',
  },
  {
    type: 'anti_tank',
    words:
      'anti tank weapon|anti-tank|antitanque|anti carro|antichar|Panzerabwehr|protivoklopno|protivoklopno oružje|противооклопно|противотанковое ружье|مضاد للدروع',
  },
  { type: 'other_light_weapon', words: 'other light weapon|light weapon other' },
  {
    type: 'alarm_signal',
    words:
      'alarm pistol|alarm weapon|signal pistol|blank firing|blank-firing pistol|blank firer|starter pistol|starting pistol|pistola de alarme|pistola de festim|pistola de salva|pistola sinalizadora|sinalizador|pistola detonadora|pistola de fogueo|pistola de señales|pistolet d alarme|pistolet de signalisation|Schreckschusswaffe|Schreckschusspistole|Signalpistole|Leuchtpistole|SRS-Waffe|startni pištolj|signalni pištolj|gasno-signalni|стартни пиштољ|сигнални пиштољ|сигнальный пистолет|стартовый пистолет|مسدس صوت|مسدس إشارة|مسدس انذار|flare gun|flare pistol',
  },
  {
    type: 'gas_irritant',
    words:
      'gas pistol|gas weapon|pistola de gas|pistolet a gaz|Gaspistole|Reizstoffwaffe|gasni pištolj|гасни пиштољ|газовый пистолет|مسدس غاز|tear gas gun',
  },
  {
    type: 'air_weapon',
    words:
      'air rifle|air pistol|air gun|airgun|air weapon|carabina de pressao|espingarda de pressao|pistola de pressao|arma de pressao|chumbinho|carabina de aire|aire comprimido|arma de aire comprimido|carabine a air comprime|arme a air comprime|Luftgewehr|Luftpistole|Luftdruckwaffe|vazdušna puška|vazdušni pištolj|ваздушна пушка|ваздушни пиштољ|пневматическая винтовка|пневматический пистолет|пневматика|بندقية هوائية|سلاح هوائي|airsoft|pistola airsoft',
  },
  { type: 'flobert', words: 'flobert|Flobertgewehr|flobertica|флобер|carabine flobert' },
  {
    type: 'disguised',
    words:
      'disguised firearm|disguised gun|pen gun|caneta revolver|caneta pistola|boligrafo pistola|stylo pistolet|Schießkugelschreiber|olovka pištolj|оловка пиштољ|стреляющая ручка|walking stick gun|bengala de fogo|canne fusil|سلاح مموه',
  },
  {
    type: 'craft',
    lethality: 'craft_produced',
    words:
      'arma de fogo artesanal|arma artesanal|artesanal|caseira|arma caseira|fabricacao caseira|arma hechiza|hechiza|hechizo|arma casera|tumbera|chimba|craft|craft made|craft-made|craft produced|craft-produced firearm|homemade|home made|improvised|improvised firearm|slam gun|zip gun|pipe gun|arme artisanale|artisanale|Eigenbau|Eigenbauwaffe|domaće izrade|oružje domaće izrade|samokres|ручне израде|домаће израде|самодельное|самодельное оружие|самодельный|самопал|سلاح محلي الصنع|محلي الصنع|صناعة محلية|سلاح بدائي',
  },
  {
    type: 'firearm',
    lethality: 'privately_made',
    words:
      'privately made firearm|privately made|pmf|ghost gun|80 percent|arma fantasma|3d printed firearm|3d printed|impressa 3d|arma impressa 3d',
  },
  {
    type: 'pistol',
    lethality: 'converted',
    words:
      'converted pistol|converted blank pistol|pistola convertida|pistolet transforme|umgebaute Schreckschusspistole|prepravljeni gasni pištolj|prepravljen gasni pištolj|преправљени гасни пиштољ|переделанный газовый пистолет|مسدس صوت محور',
  },
  {
    type: 'firearm',
    lethality: 'converted',
    words:
      'converted|converted firearm|convertida|arma convertida|transformee|umgebaut|prepravljeno oružje|преправљено оружје|переделанное оружие',
  },
  {
    type: 'firearm',
    lethality: 'reactivated',
    words: 'reactivated|reactivated firearm|arma reativada|reactivada|reactivee|reaktiviert|reaktivirano|реактивирано',
  },
  {
    type: 'firearm',
    lethality: 'deactivated',
    words:
      'deactivated|deactivated firearm|desativada|arma desativada|desactivada|neutralisee|deaktiviert|deko|Dekowaffe|onesposobljeno|онеспособљено|деактивировано|охолощенное|معطل',
  },
  {
    type: 'other',
    words:
      'outros|outras|outro|outra|otro|otros|otra|otras|other|others|autre|autres|andere|sonstige|Sonstiges|ostalo|drugo|остало|друго|другое|прочее|أخرى|غير ذلك',
  },
  {
    type: 'firearm',
    words:
      'arma de fogo|arma de fuego|arme a feu|Schusswaffe|Feuerwaffe|firearm|firearms|vatreno oružje|ватрено оружје|огнестрельное оружие|سلاح ناري|weapon|gun|arma|oružje|оружје|оружие|سلاح',
  },
  {
    type: 'component',
    words:
      'part|parts|component|parts and components|peça|peca|pecas|peças|acessorio|acessorios|pieza|piezas|piece|pieces|Waffenteil|Waffenteile|delovi|deo|делови|детали|cano|barrel|frame|receiver|slide|silenciador|silencer|suppressor|carregador|magazine|coronha|ferrolho|luneta',
  },
  {
    type: 'ammunition',
    words:
      'ammunition|ammo|municao|munição|municoes|munições|cartucho|cartuchos|cartridge|cartridges|municion|municiones|munitions|Munition|municija|муниција|боеприпасы|патроны|ذخيرة|ذخائر|projetil|estojo',
  },
  {
    type: 'imitation',
    words:
      'simulacro|simulacro de arma|replica|réplica|imitation|imitation firearm|toy gun|arma de brinquedo|brinquedo|juguete|jouet|Anscheinswaffe|Spielzeugwaffe|Attrappe|imitacija|имитација|имитация|макет|تقليد|مجسم',
  },
  {
    type: 'explosive',
    words:
      'granada|granadas|grenade|grenades|hand grenade|bomba|bombas|bomb|explosivo|explosivos|explosive|Granate|Handgranate|Sprengstoff|bomba ručna|ručna bomba|ручна бомба|експлозив|граната|взрывчатка|قنبلة|متفجرات|dinamite',
  },
  {
    type: 'electric_shock',
    words:
      'taser|eletrochoque|arma de choque|electric shock|stun gun|Elektroschocker|elektrošoker|електрошокер|электрошокер|صاعق كهربائي',
  },
  { type: 'crossbow', words: 'balestra|besta|crossbow|ballesta|arbalete|Armbrust|samostrel|самострел|арбалет' },
  {
    type: 'blade',
    words:
      'arma branca|arma blanca|arme blanche|faca|facas|facao|facão|knife|blade|cuchillo|couteau|Messer|nož|нож|canivete|سلاح أبيض|سكين',
  },
  {
    type: 'protective',
    words:
      'colete|coletes|colete balistico|capacete|body armour|body armor|bulletproof vest|chaleco|chaleco antibalas|gilet pare-balles|Schutzweste|pancir|панцир|бронежилет|سترة واقية',
  },
]

/** Words for an action alone. */
export const ACTION_WORDS: Readonly<Record<keyof typeof ACTIONS, string>> = {
  automatic:
    'automatic|full auto|fully automatic|automatica|automático|automatique|vollautomatisch|automatski|аутоматски|автоматический|آلي',
  semi_auto:
    'semi-automatic|semi auto|semiautomatica|semiautomático|semi-automatique|halbautomatisch|Selbstlader|poluautomatski|полуаутоматски|самозарядный|نصف آلي|شبه آلي',
  selective: 'selective|selective fire|select fire|tiro seletivo|fogo seletivo|tiro selectivo|tir selectif|umschaltbar',
  revolver: 'revolving|double action revolver|trommel',
  bolt: 'bolt|bolt action|bolt-action|repeticao|ferrolho|cerrojo|verrou|a verrou|Repetierer|obrtno-čepni|repetirajući|продольно-скользящий|ترباس',
  pump: 'pump|pump action|pump-action|bomba|corredera|a pompe|Vorderschaftrepetierer|pumpa|помповый',
  lever: 'lever|lever action|lever-action|alavanca|palanca|levier de sous garde|Unterhebel|poluga|рычажный',
  break:
    'break|break action|break-action|basculante|bascula|canons basculants|Kipplauf|prelamača|preklapača|переломный|double barrel|dois canos|dos canos',
  single_shot:
    'single shot|single-shot|tiro unitario|tiro simples|monotiro|un coup|Einzellader|jednometna|однозарядный|um tiro|طلقة واحدة',
  muzzle_load:
    'muzzle load|muzzle loading|muzzleloading|antecarga|avancarga|par la bouche|Vorderlader|prednjača|дульнозарядный',
  other: 'other action',
}
