/** What the sources get wrong or leave out, each with its reason. */
export const zoneAmendments: {
  /** Zones that a ZIP gets besides those of the sources. */
  zips: Readonly<Record<string, string>>;
  /** The same for an area code. */
  areaCodes: Readonly<Record<string, string>>;
  /** Area code → the code whose area it serves too; it gets that one's zones and no others. */
  overlays: Readonly<Record<string, string>>;
} = {
  zips: {
    // Phenix City and Salem, Alabama keep Eastern time with Columbus, Georgia; by law they are Central.
    '36868': 'America/Chicago',
    '36872': 'America/Chicago',
    // Sunol, Nebraska lies in Cheyenne County, which is Mountain.
    '69161': 'America/Denver',
    // Mesquite, Nevada, a PO-box ZIP that the source puts in Arizona.
    '89024': 'America/Los_Angeles',
    // West Wendover, Nevada: moved to Mountain time by law in 1999.
    '89883': 'America/Denver',
    // Jackpot, Nevada: keeps Mountain time with Idaho, though the law says Pacific.
    '89825': 'America/Denver',
    // Hyder, Alaska: keeps the time of Stewart, British Columbia.
    '99923': 'America/Los_Angeles',
  },
  areaCodes: {
    // Phenix City, Lanett and Valley, Alabama keep Eastern time with Columbus, Georgia.
    '334': 'America/New_York',
  },
  // The source gives some overlays one city's zone, or a wrong one (448 as Eastern although most of the Florida
  // panhandle is Central, 689 as Central although it is Orlando).
  overlays: {
    '236': '250',
    '257': '250',
    '364': '270',
    '367': '418',
    '448': '850',
    '458': '541',
    '581': '418',
    '672': '250',
    '689': '407',
    '729': '423',
    '778': '250',
    '879': '709',
    '930': '812',
    '986': '208',
  },
};
