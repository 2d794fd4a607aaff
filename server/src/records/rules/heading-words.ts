/**
 * Words that stand over the columns of firearms data, by language: English, French, Spanish, Portuguese, German, Italian,
 * Serbian (both scripts), Russian, Arabic. Compared as folded tokens, so case, accents, underscores and an Arabic
 * article do not matter. Sources: the field names of published seizure data, of national registers' forms and of the UN
 * questionnaire in its official languages.
 */
import type { PersonRole, ProfileField } from '@proofmark/contract/profile-fields'

export interface HeadingWords {
  /** Phrases that say it wherever they stand in a heading, separated by `|`. */
  readonly anywhere?: string
  /** Phrases that say it only where nothing else stands beside them: `date` is not `date of birth`. */
  readonly alone?: string
  /** Phrases that say it beside a word for a firearm: `number` is not `weapon number`. */
  readonly ofThing?: string
}

/** Words that say nothing of a column. */
export const FILLER_WORDS =
  'of|the|a|an|on|for|de|du|des|la|le|les|l|d|el|del|los|las|do|da|dos|das|di|della|dello|dei|il|der|die|von|vom|zu|' +
  'u|od|у|од|в|с|descr|desc|description|descricao|descripcion|descrizione|beschreibung|opis|опис|описание|وصف'

/** The thing itself: beside these a bare word speaks of the firearm. */
export const FIREARM_WORDS =
  'weapon|weapons|firearm|firearms|gun|arme|armes|feu|arma|armas|fuego|fogo|fuoco|waffe|waffen|schusswaffe|feuerwaffe|' +
  'oružje|oružja|vatreno|vatrenog|оружје|оружја|ватрено|ватреног|оружие|оружия|огнестрельное|огнестрельного|سلاح|ناري|قطعة'

export const FIELD_WORDS: Readonly<Record<ProfileField, HeadingWords>> = {
  serial: {
    anywhere:
      'serial number|serial no|serial nr|serial|serialno|serialnumber|numéro de série|n de série|no de série|numero de serie|' +
      'número de série|nº série|n serie|nr serie|num serie|numserie|serie|série|Seriennummer|Serien-Nr|Seriennr|Waffennummer|Waffen-Nr|' +
      'Herstellungsnummer|Fabriknummer|numero di serie|numero di matricola|matricola|serijski broj|fabrički broj|tvornički broj|' +
      'серијски број|фабрички број|серийный номер|заводской номер|номер оружия|الرقم التسلسلي|رقم تسلسلي|رقم المسلسل|الرقم المتسلسل|رقم السلاح',
    ofThing: 'number|no|nr|num|numéro|numero|número|n|Nummer|broj|број|номер|رقم',
  },
  serial_state: {
    alone:
      'serial state|serial status|serial condition|état du numéro|estado del numero|situação numeração|estado numeração|' +
      'Zustand der Nummer|stato matricola|stanje broja|стање броја|состояние номера|حالة الرقم',
  },
  make: {
    anywhere:
      'make|maker|manufacturer|brand|marque|fabricant|marca|fabricante|Hersteller|Marke|Fabrikat|fabbricante|produttore|' +
      'proizvođač|proizvodjac|marka|произвођач|марка|производитель|изготовитель|الصانع|ماركة|العلامة التجارية|الشركة المصنعة',
  },
  importer: {
    alone: 'importer|import mark|importateur|importador|Importeur|importatore|uvoznik|увозник|импортёр|المستورد',
  },
  model: { anywhere: 'model|modèle|modelo|Modell|Modellbezeichnung|modello|модел|модель|موديل|طراز|الطراز' },
  calibre: { anywhere: 'calibre|caliber|cal|gauge|Kaliber|calibro|kalibar|калибар|калибр|عيار|العيار' },
  type: {
    alone:
      'type|kind|category|class|genre|catégorie|tipo|clase|espécie|categoria|categoría|Typ|Art|Waffenart|Waffentyp|Kategorie|' +
      'vrsta|tip|врста|тип|вид|نوع|صنف|weapontype|guntype|firearmtype',
  },
  country: {
    alone:
      'country|country of manufacture|country of origin|made in|pays|pays de fabrication|pays d’origine|país|país de fabricación|' +
      'país de origen|país de fabricação|país de origem|país fabricante|Land|Herstellungsland|Ursprungsland|paese|paese di fabbricazione|' +
      'paese di origine|zemlja|zemlja porekla|zemlja proizvodnje|земља|земља порекла|страна|страна производства|страна изготовления|' +
      'بلد|بلد الصنع|بلد المنشأ|الدولة المصنعة',
  },
  year: {
    alone:
      'year|year of manufacture|year made|manufacture year|année|année de fabrication|año|año de fabricación|ano|ano de fabricação|' +
      'Jahr|Baujahr|Herstellungsjahr|anno|anno di fabbricazione|godina|godina proizvodnje|година|година производње|год|' +
      'год выпуска|год изготовления|سنة|سنة الصنع|سنة الإنتاج',
  },
  part: {
    alone:
      'part|component|marked part|pièce|partie|pieza|parte|componente|peça|Teil|Waffenteil|parte marcata|deo|dio|део|часть|деталь|جزء|قطعة السلاح',
  },
  date: {
    alone:
      'date|event date|date of event|date of seizure|seizure date|date seized|recovery date|date recovered|date of theft|date of loss|' +
      'incident date|occurrence date|registration date|date registered|date de saisie|date des faits|date de l’événement|date du vol|' +
      'date d’enregistrement|fecha|fecha de incautación|fecha del hecho|fecha de decomiso|fecha de registro|data|data da apreensão|' +
      'data apreensão|data da ocorrência|data ocorrência|data do fato|data do registro|data registro|Datum|Tatdatum|Tatzeit|' +
      'Sicherstellungsdatum|Ereignisdatum|Eintragungsdatum|data del sequestro|data evento|data del fatto|datum oduzimanja|datum događaja|' +
      'datum upisa|датум|датум одузимања|датум догађаја|дата|дата изъятия|дата события|дата регистрации|تاريخ|تاريخ الضبط|' +
      'تاريخ الحادث|تاريخ المصادرة|تاريخ التسجيل',
  },
  event: {
    alone:
      'event|event type|événement|type d’événement|evento|tipo de evento|tipo evento|Ereignis|tipo di evento|događaj|dogadjaj|догађај|событие|حدث|نوع الحدث',
  },
  reason: {
    alone:
      'reason|offence|offense|crime|charge|legal basis|motif|infraction|motivo|delito|natureza|tipo penal|Grund|Delikt|Straftat|' +
      'reato|motivazione|razlog|krivično delo|разлог|кривично дело|причина|статья|преступление|سبب|الجريمة|التهمة',
  },
  place: {
    alone:
      'place|location|city|town|municipality|county|district|lieu|ville|commune|lieu de saisie|lugar|ciudad|municipio|localidad|local|' +
      'cidade|município|localidade|Ort|Stadt|Gemeinde|Tatort|Fundort|luogo|città|comune|località|mesto|grad|opština|место|град|општина|' +
      'город|место изъятия|населённый пункт|مكان|مدينة|بلدية|مكان الضبط|المحافظة|البلدة',
  },
  ref: {
    alone:
      'ref|reference|reference number|case|case number|case no|case id|file number|report number|report no|incident number|dossier|' +
      'numéro de dossier|procès-verbal|numéro de procès-verbal|référence|pv|n pv|no pv|numéro pv|expediente|número de expediente|atestado|referencia|bo|num bo|' +
      'numero bo|boletim de ocorrência|boletim|ocorrência|número ocorrência|processo|número do processo|referência|Aktenzeichen|' +
      'Vorgangsnummer|Geschäftszeichen|Az|verbale|numero verbale|procedimento|riferimento|predmet|broj predmeta|број предмета|' +
      'номер дела|дело|номер протокола|رقم القضية|رقم المحضر|القضية|مرجع',
  },
  quantity: {
    alone:
      'quantity|qty|count|units|number of items|quantité|nombre d’armes|cantidad|quantidade|qtd|qtde|Menge|Anzahl|Stück|Stückzahl|quantità|' +
      'količina|kolicina|количина|количество|кол-во|كمية|العدد|عدد',
  },
  until: {
    alone:
      'until|valid until|expiry|expiry date|expiration date|valide jusqu’au|date d’expiration|válido hasta|fecha de vencimiento|' +
      'vencimiento|validade|válido até|data de validade|gültig bis|Ablaufdatum|scadenza|valido fino al|važi do|važi|важи до|' +
      'срок действия|действительно до|صالح حتى|تاريخ الانتهاء|تاريخ انتهاء الصلاحية',
  },
  reported: {
    alone:
      'reported|date reported|report date|reported on|date de déclaration|fecha de denuncia|data da comunicação|data comunicação|' +
      'data do boletim|Anzeigedatum|Meldedatum|data denuncia|data della denuncia|datum prijave|датум пријаве|дата сообщения|' +
      'дата заявления|تاريخ البلاغ|تاريخ الإبلاغ',
  },
}

/** What tells one row of a file from all others. */
export const KEY_WORDS =
  'id|key|uuid|guid|record id|record no|record number|row id|entry|entry number|registration number|register number|licence number|' +
  'identifiant|clé|numéro d’enregistrement|clave|número de registro|registro|chave|Schlüssel|Satznummer|Lfd Nr|laufende Nummer|' +
  'Registernummer|chiave|numero di registro|redni broj|registarski broj|редни број|ИД|номер записи|регистрационный номер|معرف|رقم القيد|رقم السجل'

/** Words by which a column names a person in a role, wherever they stand. */
export const ROLE_WORDS: Readonly<Partial<Record<PersonRole, string>>> = {
  holder:
    'holder|owner|licensee|keeper|titulaire|détenteur|propriétaire|titular|propietario|proprietário|proprietario|Inhaber|Eigentümer|' +
    'Besitzer|Waffenbesitzer|titolare|detentore|vlasnik|imalac|власник|ималац|владелец|собственник|مالك|صاحب|حائز',
  possessor:
    'possessor|suspect|arrested|accused|offender|mis en cause|prévenu|sospechoso|detenido|imputado|suspeito|autor|indiciado|' +
    'preso|Verdächtiger|Tatverdächtiger|Beschuldigter|sospettato|indagato|osumnjičeni|осумњичени|подозреваемый|обвиняемый|مشتبه به|متهم',
  reporter:
    'reporter|complainant|informant|declarant|plaignant|déclarant|denunciante|declarante|comunicante|noticiante|Anzeigeerstatter|Melder|' +
    'denunciante|prijavilac|пријавилац|заявитель|مبلغ|المشتكي',
  officer:
    'officer|policeman|examiner|enquêteur|agent|agente|oficial actuante|policial|perito|delegado|Sachbearbeiter|Beamter|agente operante|' +
    'službenik|inspektor|службеник|инспектор|сотрудник|следователь|ضابط|المحقق|خبير',
  witness: 'witness|témoin|testigo|testemunha|Zeuge|Zeugin|testimone|svedok|svjedok|сведок|свидетель|شاهد',
  victim:
    'victim|victime|víctima|vítima|Opfer|Geschädigter|vittima|žrtva|oštećeni|жртва|оштећени|потерпевший|ضحية|المجني عليه',
  buyer:
    'buyer|purchaser|acquéreur|acheteur|comprador|adquirente|Käufer|Erwerber|acquirente|kupac|купац|покупатель|مشتري',
  seller: 'seller|vendor|vendeur|vendedor|Verkäufer|Überlasser|venditore|prodavac|продавац|продавец|بائع',
}

/** Words for what identifies a person among all others. */
export const IDENTITY_WORDS =
  'cpf|rg|cnh|passport|passport number|national id|identity card|id card|ssn|social security|nin|passeport|carte d’identité|cni|cin|' +
  'dni|nie|cédula|curp|rut|pasaporte|passaporte|identidade|Ausweisnummer|Personalausweis|Reisepass|codice fiscale|carta d’identità|' +
  'jmbg|lična karta|pasoš|јмбг|лична карта|пасош|паспорт|снилс|инн|رقم الهوية|هوية|جواز السفر|الرقم القومي|رقم وطني'

/** Words for what else is said of a person. */
export const DETAIL_WORDS =
  'address|street|phone|telephone|mobile|email|e-mail|birth|date of birth|dob|sex|gender|nationality|occupation|mother|father|adresse|' +
  'rue|téléphone|courriel|naissance|sexe|nationalité|mère|père|dirección|domicilio|calle|teléfono|correo|nacimiento|sexo|nacionalidad|' +
  'madre|padre|endereço|logradouro|rua|telefone|celular|nascimento|nacionalidade|profissão|mãe|pai|Anschrift|Straße|Telefon|' +
  'Geburt|Geburtsdatum|Geburtsort|Geschlecht|Staatsangehörigkeit|indirizzo|nascita|sesso|cittadinanza|adresa|ulica|rođenja|' +
  'datum rođenja|državljanstvo|адреса|улица|рођења|датум рођења|држављанство|адрес|телефон|рождения|дата рождения|пол|гражданство|' +
  'عنوان|هاتف|ميلاد|تاريخ الميلاد|جنس|جنسية|مهنة'

/** Words for a name, which is a person's where nothing says whose it is. */
export const NAME_WORDS =
  'name|full name|first name|last name|surname|family name|given name|forename|nom|prénom|nom de famille|nombre|apellido|apellidos|' +
  'nombre completo|nome|sobrenome|nome completo|Name|Vorname|Nachname|Familienname|cognome|ime|prezime|ime i prezime|име|презиме|' +
  'имя|фамилия|отчество|фио|اسم|الاسم الكامل|لقب|كنية'
