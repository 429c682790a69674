// How dates and times are written in English where a time zone is. Source: the English locales of CLDR 48 (unicode-org/cldr, as ICU gives them in
// Node 22: en-US, en-CA and en-PH begin with the month; these, en-AU, en-NZ, en-IN, en-SG, en-HK, en-MY, en-PK, en-GH and en-JM count hours to
// twelve), looked at 2026-11; which zones a country has by zone.tab of the IANA database, 2025b.

import type { WrittenAs } from "../text/date-words.ts";

/** Zones of the United States, their islands, Canada and the Philippines, with their older names. */
const american = new Set(
  [
    "America/New_York America/Detroit America/Louisville America/Indianapolis America/Fort_Wayne America/Chicago America/Knox_IN America/Menominee",
    "America/Denver America/Shiprock America/Boise America/Phoenix America/Los_Angeles America/Anchorage America/Juneau America/Sitka America/Metlakatla",
    "America/Yakutat America/Nome America/Adak America/Atka Pacific/Honolulu America/Puerto_Rico Pacific/Guam America/St_Thomas America/Virgin",
    "Pacific/Pago_Pago Pacific/Saipan America/St_Johns America/Halifax America/Glace_Bay America/Moncton America/Goose_Bay America/Blanc-Sablon",
    "America/Toronto America/Montreal America/Nipigon America/Thunder_Bay America/Iqaluit America/Pangnirtung America/Atikokan America/Coral_Harbour",
    "America/Winnipeg America/Rainy_River America/Resolute America/Rankin_Inlet America/Regina America/Swift_Current America/Edmonton",
    "America/Yellowknife America/Cambridge_Bay America/Inuvik America/Creston America/Dawson_Creek America/Fort_Nelson America/Whitehorse",
    "America/Dawson America/Vancouver Asia/Manila EST5EDT CST6CDT MST7MDT PST8PDT",
  ].flatMap((line) => line.split(" ")),
);

/** Those of the other countries in whose English hours are counted to twelve. */
const twelveHours = new Set(
  [
    "Antarctica/Macquarie Pacific/Auckland Pacific/Chatham NZ NZ-CHAT Asia/Kolkata Asia/Calcutta Asia/Singapore Singapore Asia/Hong_Kong Hongkong",
    "Asia/Kuala_Lumpur Asia/Kuching Asia/Karachi Africa/Accra America/Jamaica Jamaica",
  ].flatMap((line) => line.split(" ")),
);

/** The form of the place that a zone of the IANA database is named after. */
export function dateFormOf(zone: string): WrittenAs {
  const monthFirst = american.has(zone) || /^(?:US|Canada|America\/(?:Indiana|Kentucky|North_Dakota))\//.test(zone);
  return { monthFirst, twelveHours: monthFirst || twelveHours.has(zone) || zone.startsWith("Australia/") };
}
