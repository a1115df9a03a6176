import type { Voice } from '../store/types';

/**
 * Local voices: locale, language in English and Dutch, names. The reference speaks of more than 90
 * voices in over 35 languages and shows one, nl_NL-pim-medium; the other names are made up.
 */
const LANGUAGES: Array<[locale: string, english: string, dutch: string, names: string]> = [
	['nl_NL', 'Dutch', 'Nederlands', 'Pim Ronnie Sanne Femke'],
	['nl_BE', 'Flemish', 'Vlaams', 'Nathalie Rik Joke'],
	['en_US', 'American English', 'Amerikaans Engels', 'Amy Ryan Kathleen Joe'],
	['en_GB', 'British English', 'Brits Engels', 'Alba Alan Jenny Cori'],
	['de_DE', 'German', 'Duits', 'Thorsten Kerstin Ramona Karl'],
	['fr_FR', 'French', 'Frans', 'Siwis Tom Gilles Upmc'],
	['es_ES', 'Spanish', 'Spaans', 'Davefx Sharvard Carla'],
	['es_MX', 'Mexican Spanish', 'Mexicaans Spaans', 'Ald Claude'],
	['it_IT', 'Italian', 'Italiaans', 'Paola Riccardo'],
	['pt_PT', 'Portuguese', 'Portugees', 'Tugao Ines'],
	['pt_BR', 'Brazilian Portuguese', 'Braziliaans', 'Edresson Faber'],
	['pl_PL', 'Polish', 'Pools', 'Gosia Darkman Mc'],
	['ru_RU', 'Russian', 'Russisch', 'Denis Irina Ruslan'],
	['uk_UA', 'Ukrainian', 'Oekraïens', 'Lada Mykyta'],
	['cs_CZ', 'Czech', 'Tsjechisch', 'Jirka Hana'],
	['sk_SK', 'Slovak', 'Slowaaks', 'Lili Peter'],
	['hu_HU', 'Hungarian', 'Hongaars', 'Anna Berta Imre'],
	['ro_RO', 'Romanian', 'Roemeens', 'Mihai Elena'],
	['bg_BG', 'Bulgarian', 'Bulgaars', 'Dimitar Rada'],
	['hr_HR', 'Croatian', 'Kroatisch', 'Ivana Marko'],
	['sr_RS', 'Serbian', 'Servisch', 'Milan Jelena'],
	['sl_SI', 'Slovenian', 'Sloveens', 'Artur Maja'],
	['el_GR', 'Greek', 'Grieks', 'Rapunzelina Nikos'],
	['tr_TR', 'Turkish', 'Turks', 'Dfki Fahrettin'],
	['ar_JO', 'Arabic', 'Arabisch', 'Kareem Layla'],
	['fa_IR', 'Persian', 'Perzisch', 'Amir Gyro'],
	['hi_IN', 'Hindi', 'Hindi', 'Pratham Priya'],
	['id_ID', 'Indonesian', 'Indonesisch', 'Dewi Budi'],
	['vi_VN', 'Vietnamese', 'Vietnamees', 'Vais Linh'],
	['zh_CN', 'Chinese', 'Chinees', 'Huayan Xiao'],
	['ja_JP', 'Japanese', 'Japans', 'Haruka Kenji'],
	['ko_KR', 'Korean', 'Koreaans', 'Minji Joon'],
	['da_DK', 'Danish', 'Deens', 'Talesyntese Freja'],
	['sv_SE', 'Swedish', 'Zweeds', 'Nst Lisa Alma'],
	['no_NO', 'Norwegian', 'Noors', 'Talia Erik'],
	['fi_FI', 'Finnish', 'Fins', 'Harri Asmo'],
	['is_IS', 'Icelandic', 'IJslands', 'Bui Salka Steinn'],
	['ca_ES', 'Catalan', 'Catalaans', 'Ona Pau'],
];

export const VOICES: Voice[] = LANGUAGES.flatMap(([locale, english, dutch, names]) =>
	names.split(' ').map((name) => ({
		id: `${locale}-${name.toLowerCase()}-medium`,
		name,
		language: locale.slice(0, 2),
		description: { en: `${name} (${english})`, nl: `${name} (${dutch})` },
	})),
);
