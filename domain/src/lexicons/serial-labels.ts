/**
 * Words that stand beside a number in a serial field and say what it is: the part it stands on, or that it is no
 * serial at all. Sources: words counted in published seizure records, the part names of the Firearms Protocol and
 * MOSAIC 05.30 and their usual translations.
 */
import type { MarkKind, Part } from '../marking.ts'

export const SERIAL_LABELS_VERSION = 1

/** A receiver that is not said to be the upper or the lower one counts as the frame, as instruments on marking do. */
export const PART_LABELS: Readonly<Partial<Record<Part, string>>> = {
  frame:
    'frame|receiver|quadro|armação|armacao|chassi|chassis|armazón|armazon|bastidor|carcasa|carcasse|Griffstück|griffstueck|' +
    'Rahmen|Gehäuse|gehaeuse|Systemkasten|ram|rukohvat|sanduk|рам|рукохват|сандук|рамка|ствольная коробка|إطار|الإطار|هيكل|الهيكل',
  receiver_upper: 'upper receiver|upper|receptor superior|carcasse supérieure|Gehäuseoberteil|верхний ресивер',
  receiver_lower: 'lower receiver|lower|receptor inferior|carcasse inférieure|Gehäuseunterteil|нижний ресивер',
  slide:
    'slide|ferrolho|corredera|glissière|glissiere|culasse mobile|Schlitten|navlaka|навлака|кожух-затвор|кожух затвора|منزلق|المنزلق',
  barrel: 'barrel|cano|cañón|canon|Lauf|cev|cijev|цев|цијев|ствол|سبطانة|السبطانة|ماسورة|الماسورة',
  cylinder: 'cylinder|tambor|barillet|Trommel|bubanj|doboš|бубањ|добош|барабан|أسطوانة|الأسطوانة',
  bolt_breech:
    'bolt carrier|bolt|breech block|breech|culatra|bloco da culatra|cerrojo|culasse|Verschluss|Kammer|zatvarač|zatvarac|затварач|затвор|ترباس|الترباس|مغلاق|المغلاق',
  silencer:
    'silencer|suppressor|moderator|silenciador|silencieux|Schalldämpfer|prigušivač|пригушивач|глушитель|كاتم|كاتم الصوت',
  magazine: 'magazine|carregador|cargador|chargeur|Magazin|okvir|оквир|магазин|مخزن|المخزن',
  trigger_group: 'trigger group|trigger housing|conjunto do gatilho|grupo de disparo|Abzugsgruppe|спусковой механизм',
  stock: 'stock|coronha|culata|crosse|Schaft|kundak|кундак|приклад|أخمص',
}

/** Longer arms have no slide: there the word means the bolt. */
export const BOLT_ON_LONG_ARMS: ReadonlySet<string> = new Set(['ferrolho'])

/** A number after such a word is not the firearm's serial. */
export const KIND_LABELS: Readonly<Partial<Record<MarkKind, string>>> = {
  proof:
    'PTB-Nr.|PTB Nr.|PTB|proof|proof mark|Beschuss|Beschusszeichen|punção de prova|banco de pruebas|épreuve|клеймо',
  patent: 'patent|patente|patented|brevet|brevete|pat.|DRGM|DRP|патент',
  calibre: 'calibre|caliber|cal.|cal|Kaliber|kalibar|калибр|калибар|عيار|gauge',
  model: 'modelo|modèle|modele|Modell|model|mod.|mod|модель|модел|موديل|طراز',
  lot: 'lote|lot|Los|partija|партия|دفعة',
  property:
    'patrimônio|patrimonio|tombo|inventory|inventário|inventario|inventaire|Inventarnummer|inventarni broj|asset|property no|инвентарный',
  import: 'import mark|import no|marca de importação|marca de importacion|Einfuhr',
  other: 'lacre|seal|precinto|scellé|Plombe|пломба|protocolo|exhibit|evidence',
}

/** Words that name the thing in a field meant for its number. Alone they say that the number was not recorded. */
export const THING_WORDS: readonly string[] = [
  'munição',
  'munições',
  'municao',
  'municoes',
  'muinição',
  'minicao',
  'muniçao',
  'cartucho',
  'cartuchos',
  'projetil',
  'projétil',
  'projeteis',
  'estojo',
  'estojos',
  'unidades',
  'capsula',
  'capsulas',
  'cápsula',
  'cápsulas',
  'carregadores',
  'coldre',
  'coudre',
  'caixa',
  'faca',
  'simulacro',
  'arma',
  'armas',
  'revolver',
  'revólver',
  'pistola',
  'pistol',
  'espingarda',
  'garrucha',
  'carabina',
  'rifle',
  'fuzil',
  'metralhadora',
  'artesanal',
  'caseira',
  'pressão',
  'ammunition',
  'cartridge',
  'cartridges',
  'rounds',
  'munición',
  'municiones',
  'munitions',
  'Munition',
  'municija',
  'муниција',
  'патрон',
  'патроны',
  'ذخيرة',
  'handgun',
  'firearm',
  'weapon',
  'gun',
  'escopeta',
  'fusil',
  'Gewehr',
  'Pistole',
  'pištolj',
  'пиштољ',
  'пистолет',
  'винтовка',
  'مسدس',
  'بندقية',
  'gatilho',
  'nada',
]

/** Words that only announce a number. */
export const NUMBER_LABELS: readonly string[] = [
  'serial number',
  'serial no',
  'serial nr',
  'serial num',
  'serial',
  's/n',
  'sn',
  'number',
  'no',
  'nr',
  'nro',
  'num',
  'numero',
  'número',
  'numeração',
  'numeracao',
  'numéro de série',
  'numero de serie',
  'número de série',
  'número de serie',
  'n de serie',
  'n de série',
  'série',
  'serie',
  'Seriennummer',
  'Serien-Nr',
  'Waffennummer',
  'Nummer',
  'Fabriknummer',
  'serijski broj',
  'fabrički broj',
  'broj',
  'br',
  'серијски број',
  'фабрички број',
  'број',
  'бр',
  'серийный номер',
  'заводской номер',
  'номер',
  'зав',
  'الرقم التسلسلي',
  'رقم تسلسلي',
  'الرقم',
  'رقم',
  'numar',
  'apar',
  'aparente',
]
