/**
 * What laboratories write of a ballistic comparison. A *hit* is confirmed by an examiner at the microscope and nothing
 * else; what a system or a first look proposes is a *lead*, whatever it is called. Sources: the working language of
 * comparison networks (NIBIN, IBIN) and of forensic institutes.
 */

export const BALLISTIC_RESULTS = ['hit', 'lead', 'none'] as const
export type BallisticResult = (typeof BALLISTIC_RESULTS)[number]

/** Words with which a result begins, separated by `|`; they are folded (case, accents, punctuation) when loaded. */
export const BALLISTIC_WORDS: Readonly<Record<BallisticResult, string>> = {
  hit:
    'hit|hit with|hit to case|hit to shooting|hit to incident|confirmed hit|hit confirmed|confirmed match|match confirmed|confirmed link|link confirmed|identification|identified|' +
    'positive identification|concordance confirmée|correspondance confirmée|rapprochement confirmé|identification positive|' +
    'coincidencia confirmada|identificación positiva|hit confirmado|coincidência confirmada|correspondência confirmada|' +
    'confronto positivo|positivo confirmado|bestätigter Treffer|Treffer bestätigt|Identität bestätigt|corrispondenza confermata|' +
    'identificazione positiva|potvrđen pogodak|pogodak potvrđen|potvrđeno poklapanje|потврђен погодак|потврђено поклапање|' +
    'подтверждённое совпадение|совпадение подтверждено|тождество установлено|تطابق مؤكد|مطابقة مؤكدة',
  lead:
    'lead|investigative lead|unconfirmed|unconfirmed hit|unconfirmed lead|unconfirmed match|possible hit|possible match|' +
    'possible link|potential match|potential link|candidate|hit not confirmed|hit to be confirmed|confirmed hit pending|' +
    'presumptive match|piste|rapprochement possible|concordance possible|correspondance possible|non confirmé|' +
    'concordance non confirmée|pista|posible coincidencia|coincidencia posible|sin confirmar|no confirmado|coincidencia no confirmada|' +
    'indício|possível coincidência|coincidência possível|correspondência possível|não confirmado|nao confirmada|Hinweis|' +
    'möglicher Treffer|unbestätigter Treffer|unbestätigt|Treffer nicht bestätigt|possibile corrispondenza|non confermata|' +
    'mogući pogodak|moguće poklapanje|nepotvrđeno|могући погодак|могуће поклапање|непотврђено|возможное совпадение|' +
    'предварительное совпадение|не подтверждено|تطابق محتمل|مطابقة محتملة|غير مؤكد',
  none:
    'no hit|no match|no link|no lead|negative|not identified|elimination|eliminated|excluded|nothing found|aucune concordance|' +
    'aucun rapprochement|aucune correspondance|négatif|exclusion|sin coincidencia|sin coincidencias|negativo|descartado|' +
    'sem coincidência|sem correspondência|confronto negativo|negativa|kein Treffer|keine Übereinstimmung|negativ|ausgeschlossen|' +
    'nessuna corrispondenza|escluso|bez pogotka|nema poklapanja|negativno|без погодка|нема поклапања|негативно|' +
    'совпадений нет|совпадений не найдено|отрицательно|исключено|لا تطابق|لا يوجد تطابق|سلبي',
}
