/** How each command is called; `proofmark COMMAND --help` says it with what it is for. The words are the same everywhere. */
export const USAGE = {
  serve: 'proofmark serve [--demo [--nation XA|XB|XC]] [--port N]',
  source:
    'proofmark source add NAME --kind KIND --agency NAME [--desk TEXT] [--handling H0|H1|H2|H3] [--visibility open|pointer|silent] [--retention YEARS] [--review YEARS] [--four-eyes] · proofmark source list [--json]',
  records: 'proofmark records SOURCE [--agency NAME] [--after NEXT] [--limit N] [--json]',
  import: 'proofmark import FILE --source NAME [--profile FILE.json] [--dry-run] [--json]',
  imports: 'proofmark imports [list] [--source NAME] [--json] · proofmark imports stop|take-back|put-back|go-on IMPORT',
  profile: 'proofmark profile SOURCE [--save FILE.json] [--list] [--version N] [--json]',
  vocabulary:
    'proofmark vocabulary [queue|decided] [--field FIELD] [--json] · proofmark vocabulary decide FIELD TEXT --code CODE|--said WORD [--make CODE] · proofmark vocabulary decide FIELD TEXT --name NAME [--country CC] · proofmark vocabulary withdraw FIELD TEXT [--make CODE] · proofmark vocabulary propose [--field FIELD] · proofmark vocabulary pack export FILE --name NAME --licence LICENCE [--provenance TEXT] [--field FIELD] [--include NUMBER,…] · proofmark vocabulary pack import FILE [--take new|ROW,…] · proofmark vocabulary pack take NUMBER [--take new|ROW,…] · proofmark vocabulary pack list · proofmark vocabulary pack take-back NUMBER',
  reread: 'proofmark reread [--agency NAME] [--dry-run] [--json]',
  enter: 'proofmark enter FILE.json [--hints] [--json]',
  read: 'proofmark read FILE.csv [--profile FILE.json] [--json]',
  find: 'proofmark find SERIAL [--make M] [--model M] [--calibre C] [--type T] [--country C] [--year Y] [--place P] [--limit N] [--json] | find --file FILE.csv [--json]',
  link: 'proofmark link [--full | --stop] [--json]',
  model:
    'proofmark model [list|learn] [--json] · proofmark model show|approve|export MODEL · proofmark model compare MODEL MODEL · proofmark model import FILE',
  matches: 'proofmark matches [--source A] [--with B] --csv',
  'court-text': 'proofmark court-text SOURCE KEY [--agency NAME] [--json]',
  review:
    'proofmark review [--source NAME] [--kind KIND] [--mine] [--limit N] [--json] · proofmark review many SOURCE OTHER --verdict same|different --least P [--most P] [--any-mark] [--any-make] [--reason TEXT] · proofmark review take-back DECISION [--reason TEXT] · proofmark review assign SOURCE KEY SOURCE KEY --to NAME|me|nobody · proofmark review opinion SOURCE KEY SOURCE KEY --of NAME · proofmark review work · proofmark review agreement',
  'why-not': 'proofmark why-not SOURCE KEY SOURCE KEY [--agency NAME] [--json]',
  quality:
    'proofmark quality [--json] · proofmark quality draw [--size N] [--seed TEXT] [--json] · proofmark quality sources [--json] · proofmark quality issues KIND [--agency NAME]',
  search: 'proofmark search WORDS [--limit N] [--after NEXT] [--json]',
  persons: 'proofmark persons SOURCE KEY [--agency NAME] [--json]',
  connect:
    'proofmark connect A B [--within CASE] [--most N] [--longest N] [--places] [--named CASE] [--in-order] [--json]',
  hands: 'proofmark hands SOURCE KEY [--agency NAME] [--json]',
  suppliers: 'proofmark suppliers NODE… [--within CASE] [--json]',
  consignment: 'proofmark consignment SOURCE KEY [--agency NAME] [--json]',
  life: 'proofmark life SOURCE KEY [--agency NAME] [--json]',
  trace:
    'proofmark trace new SOURCE KEY --to PARTNER [--urgent --why TEXT] [--role ROLE] [--channel C] [--parent ID] [--basis LAW] [--ground G]… [--use U]… [--question Q]… [--justification TEXT] [--summary TEXT] [--json] · proofmark trace edit ID [--form FILE.json] · proofmark trace adopt ID PROPOSAL… · proofmark trace list [--list LIST] [--partner P] [--json] · proofmark trace show ID [--json] · proofmark trace send ID [--channel C] [--to PARTNER] [--at TIME] [--despite TEXT] · proofmark trace move ID STATE --why TEXT [--at TIME] · proofmark trace receive [ID] FILE.json [--partner P] [--channel C] [--at TIME] · proofmark trace reply ID [FILE.json] [--kind K] [--reason R] [--draft] · proofmark trace ask ID --basis LAW [--agency NAME]… · proofmark trace point ID --basis LAW [--json] · proofmark trace close ID --status S --outcome O [--failure E] [--point FILE.json] --why TEXT · proofmark trace correct ID [--status S] [--outcome O] [--failure E] [--point FILE.json] --why TEXT · proofmark trace approve ID [--closing N] [--refuse] --why TEXT · proofmark trace document ID --form pdf|3312|iarms|json --out FILE [--reply] [--language en|fr|es|ar] [--audience addressee|originator|agency|onward|court|statistics] [--permitted-by NAME [--permitted-until DAY]] [--json] · proofmark trace evidence ID --out FILE [--language en|fr|ar] [--json]',
  ballistic:
    'proofmark ballistic add FILE.csv|FILE.json [--json] · proofmark ballistic show ITEM|REFERENCE [--json] · proofmark ballistic list [--json] · proofmark ballistic link ITEM ITEM --level lead|hit|excluded|inconclusive --system NAME [--on DAY] [--number N] [--note TEXT] [--id ID] [--json] · proofmark ballistic verify RESULT… [--note TEXT] [--json] · proofmark ballistic withdraw RESULT --why TEXT [--json] · proofmark ballistic referrals [--json] · proofmark ballistic tell ITEM ITEM --to NAME [--note TEXT] [--json] · proofmark ballistic outcome ITEM ITEM OUTCOME [--note TEXT] [--json]',
  case: 'proofmark case new REFERENCE --title TEXT --kind KIND… [--nexus MARK]… [--handling H0|H1|H2|H3] [--silent] [--review DAY] [--again] [--id ID] [--json] · proofmark case list [--state open|closed|archived] [--json] · proofmark case show CASE [--all] [--json] · proofmark case add CASE SOURCE KEY [--agency NAME] [--finding RULE] [--why TEXT] · proofmark case add CASE --item KIND ID [--why TEXT] · proofmark case find TEXT [--json] · proofmark case holding KIND ID [--json] · proofmark case note CASE TEXT [--assessment] [--scheme S --source G --information G] [--code C]… · proofmark case decide CASE TEXT --why TEXT · proofmark case task CASE TITLE [--for NAME] [--due DAY] · proofmark case done CASE TASK [--step STEP] [--not-needed|--undo] · proofmark case document CASE FILE [--about TEXT] · proofmark case take CASE DOCUMENT --out FILE [--sealed] · proofmark case view CASE DOCUMENT --out FILE · proofmark case withdraw CASE ENTRY [--why TEXT] · proofmark case let-in CASE NAME [--part member|reader|none] [--until TIME] --why TEXT · proofmark case let-out CASE NAME [--leaving part_done|other_duties|left_service|conflict_of_interest|by_mistake] [--why TEXT] · proofmark case hand-over CASE NAME --why TEXT · proofmark case accept CASE [--decline] · proofmark case close CASE --outcome TEXT --supply-chain traced|tried|not_applicable [--why TEXT] [--despite TEXT] · proofmark case reopen|archive CASE --why TEXT · proofmark case without-lead · proofmark case name-lead CASE NAME [COMPARTMENT] --why TEXT',
  thing:
    'proofmark thing add KIND FIELD=VALUE… [--case ID [--compartment ID]] [--category CATEGORY [--reason TEXT]] [--standing fact|assessment|lead] [--source TEXT] [--record ID] [--review DAY] [--silent] [--id ID] [--json] · proofmark thing say THING FIELD=VALUE… · proofmark thing show THING [--protected] [--json] · proofmark thing list [--case ID] [--kind KIND] [--find FIELD=VALUE] [--protected] [--after N] [--limit N] [--json] · proofmark thing tie NODE NODE RELATION [--standing S] [--from DAY] [--to DAY] [--record ID]… [--note TEXT] [--category CATEGORY [--reason TEXT]] [--case ID] [--json] · proofmark thing withdraw THING VALUE|NODE --tie TIE [--restore] · proofmark thing duplicates [THING] [--case ID] [--judged] [--json] · proofmark thing judge THING THING same|different|undecided|withdrawn [--why TEXT] [--json] · proofmark thing reviews [--until DAY] [--json] · proofmark thing keep THING --until DAY --why TEXT · proofmark thing erase THING --reason REASON [--json] · proofmark thing words THING [--word NAME]… [--json] · proofmark thing passage THING PLACE --word WORD… [--json] · proofmark thing strike THING PLACE… --word NAME… [--json] · proofmark thing erasures',
  custody:
    'proofmark custody show EXHIBIT [--json] · proofmark custody list [--list ours|offered|stored|ended] [--store PLACE] [--json] · proofmark custody hand-over EXHIBIT [--to ACCOUNT] [--agency NAME] [--person NAME] [--organisation NAME] [--for PURPOSE] [--take|--paper|--keep] [--from ACCOUNT] [--witness NAME] [--scan FILE] [--at TIME] [--zone ZONE] [--place TEXT] [--store PLACE] [--seal-found SEAL] [--seal SEAL|--unsealed --why TEXT] [--condition TEXT] [--order ID] [--due DAY] · proofmark custody accept EXHIBIT [--event ID] [--decline|--withdraw] [--seal-found SEAL] [--store PLACE] · proofmark custody seal EXHIBIT --seal SEAL|--unsealed --why TEXT · proofmark custody explain EXHIBIT --event NUMBER|ID --break BREAK --why TEXT · proofmark custody examine EXHIBIT FILE.json · proofmark custody split EXHIBIT [PART…] [--pieces N] [--seal SEAL] · proofmark custody join EXHIBIT EXHIBIT… [--seal SEAL] · proofmark custody order EXHIBIT --kind KIND --order-reference REF --on DAY [--authority court|administrative] [--until DAY] [--condition TEXT] [--scan FILE] · proofmark custody hold EXHIBIT --kind KIND --why TEXT · proofmark custody lift EXHIBIT HOLD --why TEXT · proofmark custody store [add NAME [--in PLACE]] · proofmark custody stocktake begin PLACE · proofmark custody stocktake scan STOCKTAKE LABEL…|FILE.txt --in PLACE · proofmark custody stocktake withdraw STOCKTAKE SCAN · proofmark custody stocktake close|show STOCKTAKE [--csv] · proofmark custody stocktakes [--store PLACE] [--state open|closed] [--after N] [--limit N] [--json] · proofmark custody campaign open EXHIBIT… --place TEXT --witness NAME [--name NAME] · proofmark custody campaign show|sign CAMPAIGN · proofmark custody campaign give-up CAMPAIGN --why TEXT · proofmark custody campaigns [--state half_signed|open|carried_out|withdrawn] [--after N] [--limit N] [--json] · proofmark custody campaign certificate CAMPAIGN --out FILE [--language en|fr|ar] · proofmark custody held [--json] · proofmark custody let-go HOLD --why TEXT · proofmark custody destroy EXHIBIT… --place TEXT --witness NAME · proofmark custody labels EXHIBIT… --out FILE',
  bundle: 'proofmark bundle EXHIBIT… --out FILE [--language en|fr|ar] [--json]',
  recovery:
    'proofmark recovery add FILE.json [--agency NAME] [--basis LAW] [--json] · proofmark recovery list [--status STATUS] [--incomplete] [--after N] [--limit N] [--json] · proofmark recovery show ID [--version N] [--json] · proofmark recovery paper --out FILE [--forms N] [--language en|fr|es|ar] [--json]',
  pointer: 'proofmark pointer SOURCE KEY --reference REF --basis LAW [--json]',
  deconflict:
    'proofmark deconflict --kind KIND --value V --case REF --purpose P [--id ID] [--json] · proofmark deconflict list [--json] · proofmark deconflict withdraw QUESTION [--json] · proofmark deconflict meetings [--json] · proofmark deconflict introduce HANDLE --consent TEXT [--json] · proofmark deconflict decline HANDLE --why TEXT [--json]',
  operation:
    'proofmark operation add --kind KIND --case REF --from TIME --to TIME --contact TEXT [--place TEXT] [--latitude N --longitude N --radius METRES] [--instead ID] [--id ID] [--json] · proofmark operation list [--json] · proofmark operation withdraw ID [--json]',
  ask: 'proofmark ask --partner XB --serial S [--make M] [--skeleton] [--class CLASS] --case REF --basis LAW [--json] · proofmark ask list [--json] · proofmark ask publish --partner XB [--class CLASS] [--days N] [--law TEXT] [--anew] [--json] · proofmark ask stop|resume --partner XB [--class CLASS] --why TEXT · proofmark ask door AGENCY --node XA-CUSTOMS --agreement FILE.json',
  questions: 'proofmark questions [--json]',
  release:
    'proofmark release SOURCE KEY… --to AGENCY --until DATE [--agency NAME] [--condition C]… [--note TEXT] [--reference REF] [--basis LAW] [--json] · proofmark release list [--json] · proofmark release withdraw RELEASE [--json]',
  oversight: 'proofmark oversight [--json] · proofmark oversight pass-on ID [--note TEXT] [--json]',
  officer:
    'proofmark officer NAME --agency NAME [--oversight] [--json] · proofmark officer --nobody --agency NAME --oversight',
  partner:
    'proofmark partner list [--json] · proofmark partner add FILE.json · proofmark partner identity [--json] · proofmark partner state PARTNER active|suspended|ended · proofmark partner revoke PARTNER FINGERPRINT · proofmark partner reconciled PARTNER · proofmark partner restored PARTNER [--refuse] --why TEXT',
  outbox:
    'proofmark outbox [--partner PARTNER] [--state STATE] [--before NEXT] [--limit N] [--json] · proofmark outbox retry MESSAGE · proofmark outbox give-up MESSAGE --why TEXT · proofmark outbox --file FILE --partner PARTNER',
  inbox:
    'proofmark inbox [--partner PARTNER] [--state STATE] [--before NEXT] [--limit N] [--json] · proofmark inbox retry PARTNER MESSAGE · proofmark inbox --file FILE',
  law: 'proofmark law [list] [--json] · proofmark law save TEXT --ground GROUND --language en [--state] [--agency NAME] [--id ID] [--from DAY] [--until DAY] [--json] · proofmark law remove ID [--json]',
  contact:
    'proofmark contact list [--country CC] [--kind KIND] [--json] · proofmark contact to-verify [--days N] [--json] · proofmark contact save FILE.json · proofmark contact verify ID [--on DAY] · proofmark contact remove ID',
  ledger:
    'proofmark ledger [--json] · proofmark ledger checkpoint · proofmark ledger send [PARTNER] [--json] · proofmark ledger begin-anew PARTNER · proofmark ledger compare FILE FILE --key KEY [--proof FILE.json] [--json]',
  grant:
    'proofmark grant [list] [--json] · proofmark grant give SUBJECT --partner PARTNER --class CLASS --until TIME [--json] · proofmark grant revoke GRANT [--json]',
  correction:
    'proofmark correction [list] [--json] · proofmark correction send SUBJECT --said TEXT [--erase] [--json] · proofmark correction settle TRACE --partner PARTNER --message MESSAGE --act ACT --note TEXT',
  log: 'proofmark log [--account NAME] [--about ID] [--before LEAF] [--limit N] [--json]',
  account:
    'proofmark account list [--json] · proofmark account invite NAME [--agency NAME] [--role ROLE]… · proofmark account reset|disable|enable|sign-out NAME · proofmark account request|remove NAME --role ROLE · proofmark account confirm NAME --code CODE [--role ROLE] · proofmark account refuse NAME [--role ROLE]',
  agency:
    'proofmark agency list [--json] · proofmark agency add NAME [--desk TEXT] · proofmark agency desk NAME --desk TEXT',
  token: 'proofmark token list [--json] · proofmark token revoke NAME',
  'sign-ins': 'proofmark sign-ins [--account NAME] [--before TIME] [--json]',
  verify: 'proofmark verify [--checkpoint FILE] [--json]',
  backup: 'proofmark backup FILE [--json]',
  restore: 'proofmark restore FILE [--key FILE] [--erasures FILE] [--json]',
  keys: 'proofmark keys [--json] · proofmark keys wrap FILE · proofmark keys unwrap · proofmark keys renew node|ledger [--json] · proofmark keys switch node [--despite] [--json]',
  doctor: 'proofmark doctor [--json]',
} as const

export type CommandName = keyof typeof USAGE
