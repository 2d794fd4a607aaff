import type { Absence } from '../marking.ts'

/**
 * What clerks write where a number, a make, a calibre or a model should stand.
 *
 * Sources: words counted in published seizure records in Portuguese and English; dictionaries and the working language
 * of registries for the others. `S/N` and its like mean that a clerk found no number: *never marked* is an examiner's
 * conclusion and only words that say so mean it.
 */
export const ABSENCE_WORDS_VERSION = 1

interface AbsenceWords {
  readonly language: string
  readonly words: Readonly<Partial<Record<Absence, string>>>
}

/** Words of one meaning are separated by `|`; they are folded (case, accents, spaces, punctuation) when loaded. */
export const ABSENCE_WORDS: readonly AbsenceWords[] = [
  {
    language: 'pt',
    words: {
      obliterated:
        'suprimido|suprimida|suprimidos|suprimidas|supr|sup|suprim|suprido|suprida|sumprido|supressao|suprimento|' +
        'supressão parcial|parcialmente suprimido|parcialmente suprimida|parc suprimido|parc supr|' +
        'raspado|raspada|raspados|raspadas|pinado|pinada|picotado|picotada|lixado|lixada|limado|limada|' +
        'obliterado|obliterada|obliterados|obliteradas|apagado|apagada|removido|removida|destruido|destruida|' +
        'puncionado|puncionada|riscado|riscada|esmerilhado|esmerilhada|expungido|expungida',
      altered:
        'adulterado|adulterada|alterado|alterada|remarcado|remarcada|sobreposto|sobreposta|falsificado|falsificada|' +
        'regravado|regravada|transplantado|transplantada',
      never_marked: 'nunca marcada|nunca marcado|nunca numerada|nunca numerado|jamais numerada|jamais marcada',
      none_found:
        'sem numero|sem numeracao|sem num|sem n|sem no|sem nº|sem n°|sem nr|sem nro|sem numero aparente|sem numeracao aparente|' +
        'sem n aparente|sem no aparente|sem nº aparente|sem num aparente|sem aparente|s/n|s/nº|s/n°|s/n.º|s/nr|s/nro|s/num|s/numero|' +
        's/numeracao|s/n aparente|s/nº aparente|s/no aparente|s/num aparente|s/aparente|n/tem|nao tem|nao possui|ñ possui|n possui|nao ha|' +
        'nao possuia|inexistente|inexiste|ausente|ausencia|desprovido|desprovida|desprov|sem marca|sem|nao ostenta|' +
        'nao contem|nao exibe|nihil|nenhum|nenhuma|sem numero de serie|sem serie|nao localizado|nao localizada|' +
        'n localizado|nao encontrado|nao encontrada|n encontrado|ñ encontrado|nao detectado|nada|sem registro',
      illegible:
        'ilegivel|inelegivel|inlegivel|nao legivel|n legivel|nao aparente|nao aparenta|n aparente|ñ aparente|' +
        'nao visivel|n visivel|nao perceptivel|prejudicado|prejudicada|prej|num ileg|ileg|oxidado|oxidada|' +
        'enferrujado|enferrujada|corroido|corroida|desgastado|desgastada|queimado|queimada|gasto|gasta|nao nitido|' +
        'nao nitida|danificado|danificada|imprecisa|impreciso|incompreensivel',
      not_examined:
        'a apurar|aapurar|nao apurado|nao apurada|a esclarecer|esclarecer|a periciar|a pericia|nao periciado|' +
        'nao examinado|nao examinada|nao verificado|nao verificada|a definir|vide obs|vide laudo|vide pericia',
      not_recorded:
        'n/c|nc|nao consta|nada consta|n consta|ignorado|ignorada|ign|ig|nao informado|nao informada|n/i|' +
        'nao identificado|nao identificada|n identificado|n identificada|n ident|nao ident|nao id|nao sabido|' +
        'nao sabida|nao sabe|desconhecido|desconhecida|desc|indefinido|indefinida|indef|nao definido|nao definida|' +
        'n definido|n definida|ñ definida|indeterminado|indeterminada|indet|ind|incerto|incerta|restrito|nao|' +
        'nao especificado|nao especificada|sem informacao|sem identificacao|sem ident|s identificacao|em branco|n/d|nd|n/t|' +
        'diversos|diversas|diverso|diversa|varios|varias|variados|variadas|outros|outras|outro|outra|qualquer|nao esp',
    },
  },
  {
    language: 'es',
    words: {
      obliterated:
        'suprimido el numero|borrado|borrada|limado el numero|erradicado|erradicada|eliminado|eliminada|' +
        'obliterado numero|desbastado|desbastada|esmerilado|esmerilada|rayado|rayada|destruido el numero|numero borrado|numero limado',
      altered: 'adulterado el numero|alterado el numero|remarcado el numero|regrabado|regrabada|troquelado|falseado',
      never_marked: 'nunca marcado de fabrica|nunca numerado de fabrica|sin marcar de fabrica',
      none_found:
        'sin numero|sin numeracion|sin num|sin nro|sin nº|sin serie|sin numero de serie|no tiene|no posee|no presenta|no hay|' +
        'inexistente el numero|carece|carece de numero|sin marca|sin marcas|no visible numero|ninguno|ninguna',
      illegible:
        'ilegible|no legible|no se lee|no se aprecia|no visible|borroso|borrosa|oxidado el numero|corroido numero',
      not_examined: 'no examinado|no examinada|sin examinar|no peritado|por determinar|a determinar|sin peritar',
      not_recorded:
        'no consta|desconocido|desconocida|se desconoce|ignora|se ignora|no registrado|no registrada|no informado|' +
        'no especificado|no especificada|no identificado|no identificada|sin datos|s/d|sin informacion|no aplica|n/a',
    },
  },
  {
    language: 'en',
    words: {
      obliterated:
        'obliterated|removed|erased|defaced|ground off|ground down|filed off|filed|scratched off|scratched out|' +
        'scraped|scraped off|drilled out|punched out|peened|number removed|serial removed|serial obliterated|' +
        'serial number obliterated|serial number removed|number obliterated|obl|oblit|partially obliterated',
      altered:
        'altered|overstamped|over stamped|restamped|re stamped|forged|falsified|tampered|tampered with|renumbered',
      never_marked: 'never marked|never serialised|never serialized|absent by design|unmarked by maker',
      none_found:
        'no serial|no serial number|no number|no sn|no s/n|none|none found|none visible|none seen|unmarked|unnumbered|' +
        'no markings|no marking|not marked|absent|nil|without number|no serial number found|no visible serial|' +
        'no make|no maker|no brand|no name',
      illegible:
        'illegible|unreadable|not legible|not readable|rusty|rusted|corroded|worn|worn off|partly illegible|' +
        'cannot be read|can not be read|unclear|damaged|burnt|not visible|cannot read',
      not_examined:
        'not examined|not inspected|not checked|pending|pending examination|to be determined|tbd|see report',
      not_recorded:
        'unknown|unk|unkn|not recorded|not known|not available|not stated|not given|not provided|not specified|not reported|' +
        'n/r|n/k|na|blank|missing|undetermined|unidentified|various|other|not applicable|null|undefined|nan|redacted|withheld|any',
    },
  },
  {
    language: 'fr',
    words: {
      obliterated:
        'efface|effacee|lime|limee|meule|meulee|gratte|grattee|oblitere|obliteree|supprime|supprimee|enleve|enlevee|' +
        'poinconne|numero efface|numero lime|numero meule|burine|burinee|arase|detruit',
      altered: 'altere|alteree|falsifie|falsifiee|refrappe|refrappee|surfrappe|surfrappee|modifie|maquille|remarque',
      never_marked: 'jamais marque|jamais marquee|jamais numerote|jamais numerotee|non marque a l origine',
      none_found:
        'sans numero|sans num|sans n|sans no|sans nº|sans n°|sans numero de serie|aucun|aucune|aucun numero|pas de numero|neant|' +
        'absence de numero|non numerote|non numerotee|non marque|non marquee|sans marque|sans marquage',
      illegible:
        'illisible|non lisible|partiellement illisible|rouille|rouillee|corrode|corrodee|use|non visible|peu lisible',
      not_examined: 'non examine|non examinee|non expertise|non expertisee|a examiner|a determiner|en attente',
      not_recorded:
        'inconnu|inconnue|non renseigne|non renseignee|non communique|non precise|non precisee|non connu|non connue|' +
        'non enregistre|non indique|non indiquee|ignore|indetermine|indeterminee|sans objet|divers',
    },
  },
  {
    language: 'de',
    words: {
      obliterated:
        'entfernt|ausgeschliffen|abgeschliffen|ausgefeilt|abgefeilt|herausgefeilt|unkenntlich|unkenntlich gemacht|' +
        'ausgeschlagen|getilgt|geloescht|gelöscht|nummer entfernt|weggeschliffen|beseitigt|ausgefräst',
      altered:
        'verändert|veraendert|verfälscht|verfaelscht|gefälscht|gefaelscht|umgestempelt|überstempelt|ueberstempelt|nachgestempelt|manipuliert',
      never_marked: 'nie gekennzeichnet|niemals gekennzeichnet|nie nummeriert|werkseitig ohne nummer',
      none_found:
        'ohne nummer|ohne nr|ohne seriennummer|o nr|keine nummer|keine nr|keine|keine seriennummer|nicht vorhanden|' +
        'keine vorhanden|ohne kennzeichnung|ohne|nicht gekennzeichnet|ohne hersteller|ohne marke',
      illegible:
        'unleserlich|nicht lesbar|unlesbar|nicht leserlich|verrostet|korrodiert|schlecht lesbar|nicht erkennbar|abgenutzt',
      not_examined: 'nicht untersucht|ununtersucht|nicht geprüft|nicht geprueft|noch zu prüfen|nicht begutachtet',
      not_recorded:
        'unbekannt|unbek|nicht bekannt|nicht erfasst|nicht angegeben|keine angabe|keine angaben|k.a.|k. a.|ohne angabe|' +
        'nicht eingetragen|nicht ermittelt|verschiedene|diverse|sonstige',
    },
  },
  {
    language: 'sr-Latn',
    words: {
      obliterated:
        'izbrisan|izbrisano|obrisan|obrisano|uklonjen|uklonjeno|uništen|uništeno|izbrušen|izbrušeno|prebrušen|struganjem uklonjen|' +
        'ostrugan|ostrugano|sastrugan|sastrugano|skinut|skinuto|poništen|isturpijan|izturpijan|zaturpijan|odstranjen|odstranjeno',
      altered:
        'prekucan|prekucano|prepravljen|prepravljeno|falsifikovan|falsifikovano|izmenjen|izmijenjen|krivotvoren|preinačen',
      never_marked: 'nikad označeno|nikada označeno|nikad obeleženo|nikada obeleženo|nikad označen',
      none_found:
        'bez broja|bez serijskog broja|bez br|b/b|nema|nema broja|nema serijski broj|nema serijskog broja|ne postoji|' +
        'nije obeležen|nije obeleženo|neobeležen|neobeleženo|neoznačen|neoznačeno|bez oznake|bez oznaka|bez marke',
      illegible:
        'nečitak|nečitko|nečitljiv|nečitljivo|nečitljiva|zarđao|zarđalo|zardjao|oštećen|oštećeno|ne vidi se|ne može se pročitati|slabo vidljiv',
      not_examined:
        'nije pregledan|nije pregledano|nepregledan|nije veštačen|nije veštačeno|na veštačenju|nije ispitan',
      not_recorded:
        'nepoznat|nepoznato|nepoznata|nije upisan|nije upisano|neupisan|nije evidentiran|nije evidentirano|nema podataka|' +
        'nema podatka|bez podataka|nije poznato|nije poznat|razno|ostalo',
    },
  },
  {
    language: 'sr-Cyrl',
    words: {
      obliterated:
        'избрисан|избрисано|обрисан|обрисано|уклоњен|уклоњено|уништен|уништено|избрушен|избрушено|пребрушен|' +
        'остругано|оструган|остружен|састругано|скинут|скинуто|поништен|истурпијан|затурпијан|одстрањен|одстрањено',
      altered:
        'прекуцан|прекуцано|преправљен|преправљено|фалсификован|фалсификовано|измењен|измијењен|кривотворен|преиначен',
      never_marked: 'никад означено|никада означено|никад обележено|никада обележено',
      none_found:
        'без броја|без серијског броја|без бр|б/б|нема|нема броја|нема серијски број|нема серијског броја|не постоји|' +
        'није обележен|није обележено|необележен|необележено|неозначен|неозначено|без ознаке|без ознака|без марке',
      illegible: 'нечитак|нечитко|нечитљив|нечитљиво|зарђао|зарђало|оштећен|оштећено|не види се|не може се прочитати',
      not_examined: 'није прегледан|није прегледано|непрегледан|није вештачен|није вештачено|на вештачењу',
      not_recorded:
        'непознат|непознато|непозната|није уписан|није уписано|неуписан|није евидентиран|није евидентирано|' +
        'нема података|без података|није познато|није познат|разно|остало',
    },
  },
  {
    language: 'ru',
    words: {
      obliterated:
        'стёрт|стерт|стёрто|стерто|стёрта|стерта|спилен|спилено|спилена|сточен|сточено|удалён|удален|удалено|уничтожен|уничтожено|' +
        'затёрт|затерт|забит|забито|сбит|сбито|зашлифован|зашлифовано|вытравлен|срезан|номер спилен|номер стерт|номер удален|номер уничтожен|номер сбит',
      altered: 'изменён|изменен|изменено|перебит|перебито|переделан|подделан|подделано|номер перебит|номер изменен',
      never_marked: 'никогда не наносился|номер не наносился|не маркировался',
      none_found:
        'без номера|без номеру|без номеров|б/н|бн|нет номера|номера нет|нет|номер отсутствует|отсутствует|отсутствуют|' +
        'не имеется|не имеет|без маркировки|без серийного номера|не обнаружен|не обнаружено|без марки',
      illegible:
        'нечитаем|нечитаемый|нечитаемо|не читается|нечитко|нечётко|нечетко|неразборчиво|неразборчив|не разобрать|ржавый|не видно|не виден',
      not_examined:
        'не исследован|не исследовано|не осмотрен|не осмотрено|не изучен|не изучено|на экспертизе|на исследовании',
      not_recorded:
        'неизвестно|неизвестен|неизвестный|неизвестна|не известно|не указан|не указано|не указана|не записан|не установлен|' +
        'не установлено|не определен|не определено|нет данных|н/д|без данных|разное|прочее|н/у',
    },
  },
  {
    language: 'ar',
    words: {
      obliterated:
        'ممحو|ممحي|ممسوح|مطموس|مطموسة|محذوف|مكشوط|محكوك|مبرود|مزال|تم محوه|تمت إزالته|تم ازالته|الرقم ممسوح|الرقم ممحو|الرقم مطموس|رقم مطموس|رقم ممسوح',
      altered: 'معدل|مزور|مزورة|محرف|متلاعب به|تم التلاعب به|تم العبث به|الرقم مزور|رقم مزور',
      never_marked: 'لم يوسم قط|لم يرقم قط|غير موسوم أصلا',
      none_found:
        'بدون رقم|بلا رقم|من دون رقم|بدون رقم تسلسلي|لا يوجد|لا يوجد رقم|لايوجد|لا رقم|غير مرقم|غير موسوم|دون رقم|لا شيء|بدون|بدون علامة|بدون ماركة',
      illegible: 'غير مقروء|غير مقروءة|غير واضح|غير واضحة|لا يقرأ|غير قابل للقراءة|صدئ|متآكل|مهترئ|غير ظاهر',
      not_examined: 'لم يفحص|غير مفحوص|لم يتم الفحص|لم يتم فحصه|قيد الفحص',
      not_recorded:
        'غير مسجل|غير مسجلة|غير معروف|غير معروفة|مجهول|مجهولة|غير مذكور|غير محدد|غير متوفر|لم يسجل|لم يذكر|متنوع|أخرى',
    },
  },
]

/** Words that stand before the word that matters: `NUM. RASPADA`, `Nº SUPRIMIDO`. */
export const LEADING_WORDS =
  'n|no|nº|num|nume|numero|numeracao|nr|nro|serial|serie|marca|arma|sn|number|broj|број|номер|الرقم|رقم'

/** Words that say how much of a mark is gone, and are no part of its number. */
export const QUALIFYING_WORDS =
  'partially|partly|parcialmente|partiellement|teilweise|parzialmente|djelimično|djelomično|delimično|частично|جزئيا'
