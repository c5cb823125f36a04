/** Every column of a download of “all establishment fields” from Get Information about Schools that people meet, in its order. */
const GIAS_COLUMNS = (
  'URN|LA (code)|LA (name)|EstablishmentNumber|EstablishmentName|TypeOfEstablishment (code)|TypeOfEstablishment (name)|EstablishmentTypeGroup (code)|' +
  'EstablishmentTypeGroup (name)|EstablishmentStatus (code)|EstablishmentStatus (name)|ReasonEstablishmentOpened (code)|ReasonEstablishmentOpened (name)|OpenDate|' +
  'ReasonEstablishmentClosed (code)|ReasonEstablishmentClosed (name)|CloseDate|PhaseOfEducation (code)|PhaseOfEducation (name)|StatutoryLowAge|StatutoryHighAge|' +
  'Boarders (code)|Boarders (name)|NurseryProvision (name)|OfficialSixthForm (code)|OfficialSixthForm (name)|Gender (code)|Gender (name)|ReligiousCharacter (code)|' +
  'ReligiousCharacter (name)|ReligiousEthos (name)|Diocese (code)|Diocese (name)|AdmissionsPolicy (code)|AdmissionsPolicy (name)|SchoolCapacity|' +
  'SpecialClasses (code)|SpecialClasses (name)|CensusDate|NumberOfPupils|NumberOfBoys|NumberOfGirls|PercentageFSM|TrustSchoolFlag (code)|TrustSchoolFlag (name)|' +
  'Trusts (code)|Trusts (name)|SchoolSponsorFlag (name)|SchoolSponsors (name)|FederationFlag (name)|Federations (code)|Federations (name)|UKPRN|FEHEIdentifier|' +
  'FurtherEducationType (name)|OfstedLastInsp|OfstedSpecialMeasures (code)|OfstedSpecialMeasures (name)|LastChangedDate|Street|Locality|Address3|Town|County (name)|' +
  'Postcode|SchoolWebsite|TelephoneNum|HeadTitle (name)|HeadFirstName|HeadLastName|HeadPreferredJobTitle|GOR (code)|GOR (name)|DistrictAdministrative (code)|' +
  'DistrictAdministrative (name)|AdministrativeWard (code)|AdministrativeWard (name)|ParliamentaryConstituency (code)|ParliamentaryConstituency (name)|UrbanRural (code)|' +
  'UrbanRural (name)|GSSLACode (name)|Easting|Northing|MSOA (name)|LSOA (name)|PropsName|OfstedRating (name)|RSCRegion (name)|Country (name)|UPRN'
).split('|');

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]) =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map((cells) => cells.map(quoted).join(',')).join('\r\n');

const school = (urn: string, name: string, status: string) => ({
  URN: urn,
  EstablishmentName: name,
  'LA (name)': 'Marlshire',
  'TypeOfEstablishment (name)': 'Academy converter',
  'EstablishmentStatus (name)': status,
  'PhaseOfEducation (name)': 'Primary',
  'Trusts (code)': '99901',
  'Trusts (name)': 'Larkspur Learning Trust',
  Town: 'Marl, near the river',
  Postcode: 'ZZ1 1ZZ',
  Easting: '400000',
  Northing: '300000',
});

/** Two fictional schools of a fictional trust, one of them closed, as the national register writes them. */
export const GIAS_FILE = csv(GIAS_COLUMNS, [
  school('199901', 'Larkspur Primary School', 'Open'),
  school('199902', 'Old Mill Infant School', 'Closed'),
]);

const STAFF_COLUMNS = ['Name', 'E-mail address', 'Job title', 'Subjects', 'Phase', 'Start date', 'Line manager', 'Induction tutor'];
const person = (name: string, email: string, more: Readonly<Record<string, string>> = {}) => ({
  Name: name,
  'E-mail address': email,
  'Job title': 'Teacher, with a comma',
  Subjects: 'Maths',
  Phase: 'KS3',
  'Start date': '01/09/2025',
  ...more,
});

/** Three people to bring in and two rows that cannot be, behind a byte-order mark. */
export const STAFF_FILE = `\uFEFF${csv(STAFF_COLUMNS, [
  person('Orla Fenwick', 'orla.fenwick@northfield.example', { 'Line manager': 'asha.rahman@northfield.example' }),
  person('Idris Fenwick', 'idris.fenwick@northfield.example', { 'Job title': 'Teacher\nof mathematics' }),
  person('Wren Fenwick', 'wren.fenwick@northfield.example', { 'Induction tutor': 'orla.fenwick@northfield.example' }),
  person('No Address', ''),
  person('', 'nobody.at.all@northfield.example'),
])}`;
