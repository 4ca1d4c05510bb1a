-- The tables of facts.sqlite. Days are texts (2031-05-07); yes is 1 and no is 0.
-- A column that ends in _typed holds a time as precise as it is known, beside its first and last possible day.

CREATE TABLE topics (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL
);

-- People and organizations, who share one space of ids; a state is an organization.
CREATE TABLE bodies (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  short TEXT,
  kind TEXT NOT NULL, -- person, or what the organization is
  part_of TEXT REFERENCES bodies (id),
  country TEXT REFERENCES bodies (id),
  remark TEXT,
  address TEXT NOT NULL
);

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  publisher TEXT NOT NULL REFERENCES bodies (id),
  title TEXT,
  use TEXT NOT NULL, -- compared, or context: of remarks only
  place INTEGER, -- among the compared
  code TEXT,
  published_typed TEXT,
  published_first TEXT,
  published_last TEXT,
  url TEXT NOT NULL,
  language TEXT,
  checked TEXT,
  remark TEXT,
  address TEXT NOT NULL
);

CREATE TABLE spellings (
  body TEXT NOT NULL REFERENCES bodies (id),
  source TEXT NOT NULL REFERENCES sources (id),
  spelling TEXT NOT NULL,
  PRIMARY KEY (body, source, spelling)
) WITHOUT ROWID;

CREATE TABLE roles (
  person TEXT NOT NULL REFERENCES bodies (id),
  number INTEGER NOT NULL,
  post TEXT NOT NULL,
  organization TEXT REFERENCES bodies (id),
  source TEXT NOT NULL REFERENCES sources (id),
  locator TEXT NOT NULL, -- its publisher's words
  PRIMARY KEY (person, number)
) WITHOUT ROWID;

CREATE TABLE facts (
  id TEXT PRIMARY KEY,
  topic TEXT NOT NULL REFERENCES topics (id),
  question TEXT NOT NULL,
  label TEXT NOT NULL,
  unit TEXT,
  when_typed TEXT,
  when_first TEXT,
  when_last TEXT,
  event TEXT,
  several INTEGER NOT NULL,
  speaker TEXT REFERENCES bodies (id),
  checked TEXT,
  state TEXT NOT NULL, -- differ, unclear, single, same or compatible: computed
  articles INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  named_by INTEGER NOT NULL,
  support TEXT NOT NULL,
  others_silent INTEGER NOT NULL, -- beside those in silences: of many sources the others are counted
  others_before INTEGER NOT NULL,
  remark TEXT,
  address TEXT NOT NULL,
  last_change_commit TEXT, -- null if no history is known, or if it holds an edit that is not committed
  last_change_time TEXT
);

CREATE TABLE about (
  fact TEXT NOT NULL REFERENCES facts (id),
  body TEXT NOT NULL REFERENCES bodies (id),
  PRIMARY KEY (fact, body)
) WITHOUT ROWID;

CREATE TABLE neighbors (
  fact TEXT NOT NULL REFERENCES facts (id),
  neighbor TEXT NOT NULL REFERENCES facts (id),
  PRIMARY KEY (fact, neighbor)
) WITHOUT ROWID;

CREATE TABLE answers (
  fact TEXT NOT NULL REFERENCES facts (id),
  id TEXT NOT NULL,
  wording TEXT NOT NULL,
  PRIMARY KEY (fact, id)
) WITHOUT ROWID;

-- Questions that are asked no more, and the facts that answer them now.
CREATE TABLE former (
  id TEXT PRIMARY KEY,
  topic TEXT NOT NULL REFERENCES topics (id),
  question TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL, -- moved, split or retired
  because TEXT,
  address TEXT NOT NULL,
  last_change_commit TEXT,
  last_change_time TEXT
);

CREATE TABLE leads (
  former TEXT NOT NULL REFERENCES former (id),
  fact TEXT NOT NULL REFERENCES facts (id),
  PRIMARY KEY (former, fact)
) WITHOUT ROWID;

CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  fact TEXT NOT NULL REFERENCES facts (id),
  source TEXT NOT NULL REFERENCES sources (id),
  kind TEXT NOT NULL, -- figure, date, readings, answer, quotation or says
  said TEXT NOT NULL,
  low REAL, -- the numbers that its figure allows, with its margin; null is without end
  high REAL,
  percent INTEGER,
  currency TEXT, -- the sign of its money
  date_typed TEXT,
  date_first TEXT,
  date_last TEXT,
  answer TEXT,
  printed TEXT,
  via TEXT REFERENCES bodies (id),
  hedge TEXT,
  period_typed TEXT,
  period_first TEXT,
  period_last TEXT,
  side TEXT,
  locator TEXT NOT NULL, -- its publisher's words
  found INTEGER, -- whether the locator stands in the article; null if that is unchecked
  translation TEXT,
  passage TEXT NOT NULL,
  remark TEXT
);
CREATE INDEX claims_of_facts ON claims (fact);
CREATE INDEX claims_of_sources ON claims (source);

CREATE TABLE origins (
  claim TEXT NOT NULL REFERENCES claims (id),
  body TEXT NOT NULL REFERENCES bodies (id),
  PRIMARY KEY (claim, body)
) WITHOUT ROWID;

CREATE TABLE readings (
  claim TEXT NOT NULL REFERENCES claims (id),
  number INTEGER NOT NULL,
  said TEXT NOT NULL,
  date_typed TEXT,
  date_first TEXT,
  date_last TEXT,
  low REAL,
  high REAL,
  answer TEXT,
  because TEXT NOT NULL,
  PRIMARY KEY (claim, number)
) WITHOUT ROWID;

-- The compared sources without a claim on a fact.
CREATE TABLE silences (
  fact TEXT NOT NULL REFERENCES facts (id),
  source TEXT NOT NULL REFERENCES sources (id),
  standing TEXT NOT NULL, -- silent, which is no denial, or before: published before the event
  PRIMARY KEY (fact, source)
) WITHOUT ROWID;

CREATE TABLE relations (
  one TEXT NOT NULL REFERENCES claims (id),
  other TEXT NOT NULL REFERENCES claims (id),
  relation TEXT NOT NULL, -- same, compatible or conflict
  because TEXT NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

CREATE TABLE pages (
  fact TEXT NOT NULL REFERENCES facts (id),
  address TEXT NOT NULL,
  page TEXT NOT NULL,
  PRIMARY KEY (fact, address)
) WITHOUT ROWID;

-- What one commit did to one question, which may be gone.
CREATE TABLE changes (
  id TEXT PRIMARY KEY, -- fact/commit
  fact TEXT NOT NULL,
  question TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL, -- added, changed, asked no more, asked again or taken out
  became TEXT NOT NULL, -- its kind, or what an editor typed it to be: corrected, withdrawn or superseded
  because TEXT, -- what the editor typed
  commit_id TEXT NOT NULL,
  time TEXT NOT NULL,
  subject TEXT NOT NULL,
  state_was TEXT, -- what the articles said together before, and what they say since: computed
  state_now TEXT
);
CREATE INDEX changes_of_facts ON changes (fact);

-- What became of its claims. A source may be gone.
CREATE TABLE claim_changes (
  change TEXT NOT NULL REFERENCES changes (id),
  number INTEGER NOT NULL,
  step TEXT NOT NULL, -- added, changed or taken out
  became TEXT NOT NULL, -- its step, or what an editor typed it to be
  source TEXT NOT NULL,
  publisher TEXT NOT NULL,
  was TEXT,
  now TEXT,
  details TEXT,
  PRIMARY KEY (change, number)
) WITHOUT ROWID;

-- What can be searched: https://www.sqlite.org/fts5.html. A number is found as a phrase: "5,000".
CREATE VIRTUAL TABLE facts_fts USING fts5 (question, label, remark, content="facts");
CREATE VIRTUAL TABLE claims_fts USING fts5 (said, printed, locator, translation, remark, content="claims");
CREATE VIRTUAL TABLE sources_fts USING fts5 (title, remark, content="sources");
CREATE VIRTUAL TABLE bodies_fts USING fts5 (name, short, remark, content="bodies");
