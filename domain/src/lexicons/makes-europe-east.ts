/**
 * Makes of central, eastern and south-eastern Europe and of Turkey. Sources: makers' own names and marks as published,
 * proof-house and registry usage, misspellings counted in published seizure records.
 */
import { type MakeRow, maker } from './make-row.ts'

export const MAKES_EUROPE_EAST_VERSION = 1

export const MAKES_EUROPE_EAST: readonly MakeRow[] = [
  // Czech lands and Slovakia
  maker(
    'cz',
    'CZ (Česká zbrojovka)',
    'CZ',
    'cz|ceska zbrojovka|česká zbrojovka|cz ub|czub|cz uhersky brod|ceska zbrojovka uhersky brod|ceska|cz brno|чешская зброевка|чешка збројовка|чз|سي زد|cz strakonice',
    'ceskazbro|ceskaz|czcesko|cz ceska zbrojovka',
  ),
  maker(
    'zbrojovka_brno',
    'Zbrojovka Brno',
    'CZ',
    'brno|brno arms|zb brno|zbrojovka brno|československá zbrojovka',
    'brmo',
  ),
  maker('grand_power', 'Grand Power', 'SK', 'grandpower|grand power slovakia', 'granpower|grandpowe'),
  maker('alfa_proj', 'Alfa Proj', 'CZ', 'alfa cz|alfa steel|alfaproj'),
  maker('zvi', 'ZVI', 'CZ', 'zvi vsetin|zv4'),
  maker('duo', 'Duo (Dušek)', 'CZ', 'dusek|frantisek dusek|f. dusek opocno|duo dusek'),
  // South-eastern Europe
  maker(
    'zastava',
    'Zastava',
    'RS',
    'zastava arms|crvena zastava|zavodi crvena zastava|zastava oruzje|zastava kragujevac|yugo zastava|застава|црвена застава|заводи црвена застава|застава оружје|застава крагујевац|زاستافا|زستافا|preduzece 44|военно технички завод крагујевац|vtz kragujevac',
    'zastawa|zasteva|castava',
  ),
  maker(
    'hs_produkt',
    'HS Produkt',
    'HR',
    'hs|hs produkt|hs-produkt|im metal|hs 2000|xsd|i.m. metal|hs product',
    'hsproduct',
  ),
  maker('arex', 'Arex', 'SI', 'arex doo|arex rex|arex delta|arexdefense'),
  maker(
    'arsenal',
    'Arsenal',
    'BG',
    'arsenal ad|arsenal bulgaria|arsenal kazanlak|arsenal co|арсенал|арсенал казанлък|kintex',
  ),
  maker(
    'cugir',
    'Cugir (ROMARM)',
    'RO',
    'romarm|cugir|romarm cugir|sn romarm|romarm/cugir|ratmil|romtechnica|romak|wasr',
    'romarm/cug|romar',
  ),
  maker('feg', 'FÉG', 'HU', 'feg budapest|femaru|fegarmy|fegyver es gepgyar|fémáru'),
  maker(
    'radom',
    'Radom (Łucznik)',
    'PL',
    'radom|lucznik|fb radom|fabryka broni|zaklady metalowe lucznik|fabryka broni radom|łucznik',
  ),
  maker('gramsh', 'Gramsh (KM)', 'AL', 'gramsh|um gramsh|albanian'),
  maker('mkek', 'MKE', 'TR', 'mke|mkek|kirikkale|makina ve kimya|mke kirikkale|مكه'),
  // Turkey
  maker(
    'canik',
    'Canik (Samsun Yurt)',
    'TR',
    'canik55|canik 55|samsun yurt savunma|canik tp9|джаник|جانيك|canik-55',
    'kanik|camik|kanictt9|caniktp9|kanic',
  ),
  maker(
    'sarsilmaz',
    'Sarsılmaz',
    'TR',
    'sarsilmaz silah|sar arms|sar 9|sarsilmaz kilinc|сарсилмаз|سارسيلماز',
    'saasilmaz|sarsimaz|sarsilmas',
  ),
  maker('girsan', 'Girsan', 'TR', 'yavuz 16|yavuz16|girsan giresun|girsan fab', 'girsam|gisan'),
  maker(
    'tisas',
    'Tisaş',
    'TR',
    'tisas|zigana|tisas zigana|tisas fatih|fatih 13|fatih13|trabzon silah|fatih|t. fatih 13|зигана',
    'tisastur|ziganatis|fatim|tisasfati',
  ),
  maker('huglu', 'Huğlu', 'TR', 'huglu|huglu av|huglu hunting'),
  maker('hatsan', 'Hatsan', 'TR', 'hatsan arms|escort hatsan|hatsan escort|escort', 'hatson|hatsamstr|scort|hatsãross'),
  maker('derya', 'Derya', 'TR', 'derya arms|derya silah'),
  maker('akkar', 'Akkar', 'TR', 'akkar silah|akkar karatay'),
  maker('akdal', 'Akdal', 'TR', 'akdal ghost|akdal arms'),
  maker('yildiz', 'Yıldız', 'TR', 'yildiz silah'),
  maker('stoeger', 'Stoeger', 'US TR', 'stoeger industries|stoeger luger', 'stogerstr|stoger'),
  maker('retay', 'Retay', 'TR', 'retay arms'),
  maker('blow', 'Blow', 'TR', 'blow tr'),
  maker('zoraki', 'Zoraki (Atak)', 'TR', 'zoraki|atak arms|atak zoraki'),
  maker('uzkon', 'Uzkon', 'TR', 'uzkon arms'),
  maker('khan', 'Khan', 'TR', 'khan shotguns|khan arms'),
  maker('kral', 'Kral', 'TR', 'kral arms|kral av'),
  maker('aksa', 'Aksa', 'TR', 'aksa arms'),
  // Russia and Ukraine
  maker(
    'izhevsk',
    'Izhmash / Kalashnikov',
    'RU',
    'izhmash|izhevsk|kalashnikov concern|izhevsk arsenal|saiga|saiga izhmash|ижмаш|ижевск|концерн калашников|сайга|ايجماش|izhmash saiga',
    'saigaizha',
  ),
  maker('izhmekh', 'Izhmekh (Baikal)', 'RU', 'baikal|izhmekh|izhmech|baikal izhmekh|байкал|ижмех|بايكال|imz baikal'),
  maker('tula', 'Tula', 'RU', 'tula arms|toz|tula arsenal|tulamash|тула|тоз|туламаш|тульский оружейный завод|туљски'),
  maker('molot', 'Molot', 'RU', 'vepr|molot vyatskie polyany|молот|вепрь|molot oruzhie'),
  maker('zid', 'ZiD (Kovrov)', 'RU', 'zid kovrov|degtyarev|зид|завод имени дегтярева|дегтярев|дегтярёв'),
  maker('fort', 'Fort', 'UA', 'fort vinnytsia|форт|rpc fort|rpc fort vinnytsia|нпо форт'),
]
