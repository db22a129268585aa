-- A store as newstape wrote it in version 9 of its tables, with three invented articles, of which one was edited and one withdrawn.
PRAGMA application_id = 1314144592;
PRAGMA user_version = 9;
BEGIN TRANSACTION;
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  key INTEGER NOT NULL UNIQUE,
  published INTEGER NOT NULL,
  is_estimated INTEGER NOT NULL CHECK (is_estimated IN (0, 1)),
  is_stub INTEGER NOT NULL CHECK (is_stub IN (0, 1)),
  is_read INTEGER NOT NULL CHECK (is_read IN (0, 1)),
  is_starred INTEGER NOT NULL CHECK (is_starred IN (0, 1)),
  source_id INTEGER NOT NULL REFERENCES term (id),
  label_id INTEGER NOT NULL REFERENCES term (id),
  tag_ids TEXT NOT NULL,
  title TEXT NOT NULL,
  folded_title TEXT
, is_muted INTEGER NOT NULL DEFAULT 0 CHECK (is_muted IN (0, 1)), facets TEXT NOT NULL DEFAULT '', arrived INTEGER NOT NULL DEFAULT 0, change INTEGER NOT NULL DEFAULT 0, withdrawn INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO article VALUES(911124480,3,1708358400,0,0,0,0,3,2,'9','锂电龙头扩产',NULL,0,'t20 k21                 ',0,0,1709380000);
INSERT INTO article VALUES(911623680,1,1709294400,0,0,0,1,3,4,'5 6','東港銀行公布半年報','东港银行公布半年报',0,'e22=50000000CNY%10',0,0,0);
INSERT INTO article VALUES(911663040,2,1709368200,0,0,0,0,7,2,'8','Harbor Wire: ratio cut','harbor wire: ratio cut',0,'                        ',1709368500,1,0);
CREATE TABLE awaited_page (
  key INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  attempts INTEGER NOT NULL,
  next_try INTEGER,
  failure TEXT
) STRICT;
CREATE TABLE body (
  key INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  origin_id TEXT,
  url TEXT,
  byline TEXT,
  summary TEXT,
  previous TEXT,
  next TEXT,
  related BLOB NOT NULL,
  blocks BLOB NOT NULL
, feed_id INTEGER, links BLOB, feed_text BLOB) STRICT;
INSERT INTO body VALUES(1,NULL,'https://news.example/1','林墨','净利润同比增长',NULL,NULL,X'',X'7033363ae4b89ce6b8afe993b6e8a18ce4bb8ae697a5e585ace5b883e58d8ae5b9b4e68aa5e380827033303ae58780e588a9e6b6a6e5908ce6af94e5a29ee995bfe4b880e68890e38082',NULL,NULL,NULL);
INSERT INTO body VALUES(2,NULL,NULL,NULL,NULL,NULL,NULL,X'',X'7035393a54686520726174696f20776173206375742062792068616c66206120706f696e742c207468652062616e6b2073616964206f6e204672696461792e',NULL,NULL,NULL);
INSERT INTO body VALUES(3,NULL,NULL,NULL,NULL,NULL,NULL,X'',X'7032373ae585ace58fb8e7a7b0e4baa7e883bde5b086e7bfbbe5808de38082',NULL,NULL,NULL);
CREATE TABLE day_volume (
  kind INTEGER NOT NULL,
  day INTEGER NOT NULL,
  term_id INTEGER NOT NULL REFERENCES term (id),
  articles INTEGER NOT NULL, unread INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, day, term_id)
) STRICT, WITHOUT ROWID;
INSERT INTO day_volume VALUES(1,19772,3,1,1);
INSERT INTO day_volume VALUES(1,19783,3,1,1);
INSERT INTO day_volume VALUES(1,19784,7,1,1);
INSERT INTO day_volume VALUES(2,19772,2,1,1);
INSERT INTO day_volume VALUES(2,19783,4,1,1);
INSERT INTO day_volume VALUES(2,19784,2,1,1);
INSERT INTO day_volume VALUES(3,19772,9,1,1);
INSERT INTO day_volume VALUES(3,19783,5,1,1);
INSERT INTO day_volume VALUES(3,19783,6,1,1);
INSERT INTO day_volume VALUES(3,19784,8,1,1);
INSERT INTO day_volume VALUES(5,19783,22,1,1);
INSERT INTO day_volume VALUES(6,19772,20,1,1);
CREATE TABLE former_subscription (
  canonical TEXT PRIMARY KEY,
  id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 articles');
INSERT INTO grdb_migrations VALUES('2 volumes by block');
INSERT INTO grdb_migrations VALUES('3 organising');
INSERT INTO grdb_migrations VALUES('4 search index');
INSERT INTO grdb_migrations VALUES('5 subscriptions');
INSERT INTO grdb_migrations VALUES('6 facets');
INSERT INTO grdb_migrations VALUES('7 counts by day');
INSERT INTO grdb_migrations VALUES('8 facet corrections');
INSERT INTO grdb_migrations VALUES('9 versions');
CREATE TABLE identity (
  digest INTEGER NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (digest, key)
) STRICT, WITHOUT ROWID;
INSERT INTO identity VALUES(59711454383819,3);
INSERT INTO identity VALUES(59711455611043,3);
INSERT INTO identity VALUES(59711455927681,3);
INSERT INTO identity VALUES(59744169995772,1);
INSERT INTO identity VALUES(59744170801327,1);
INSERT INTO identity VALUES(59746749816113,2);
INSERT INTO identity VALUES(59746750332897,2);
INSERT INTO identity VALUES(59746750845967,2);
INSERT INTO identity VALUES(124746728050769,1);
CREATE TABLE known_items (
  subscription_id INTEGER PRIMARY KEY REFERENCES subscription (id) ON DELETE CASCADE,
  digests BLOB NOT NULL
) STRICT;
CREATE TABLE posting (
  term_id INTEGER NOT NULL REFERENCES term (id),
  article_id INTEGER NOT NULL,
  PRIMARY KEY (term_id, article_id)
) STRICT, WITHOUT ROWID;
INSERT INTO posting VALUES(2,911124480);
INSERT INTO posting VALUES(2,911663040);
INSERT INTO posting VALUES(3,911124480);
INSERT INTO posting VALUES(3,911623680);
INSERT INTO posting VALUES(4,911623680);
INSERT INTO posting VALUES(5,911623680);
INSERT INTO posting VALUES(6,911623680);
INSERT INTO posting VALUES(7,911663040);
INSERT INTO posting VALUES(8,911663040);
INSERT INTO posting VALUES(9,911124480);
INSERT INTO posting VALUES(20,911124480);
INSERT INTO posting VALUES(21,911124480);
INSERT INTO posting VALUES(22,911623680);
CREATE TABLE rule (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  actions TEXT NOT NULL,
  is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;
INSERT INTO rule VALUES(1,'不看','不看','tag:rates','read',1,0);
CREATE TABLE saved_query (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
INSERT INTO saved_query VALUES(1,'锂电','锂电','tag:锂电',0);
INSERT INTO saved_query VALUES(2,'降息','降息','ratio',1);
CREATE TABLE search_block (
  block INTEGER PRIMARY KEY,
  age INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  oldest INTEGER NOT NULL
) STRICT;
CREATE TABLE search_page (
  id INTEGER PRIMARY KEY,
  data BLOB NOT NULL
) STRICT;
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('session','2');
CREATE TABLE state (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO state VALUES('arrivalsKept',1709360000);
INSERT INTO state VALUES('facets',3);
INSERT INTO state VALUES('folding',1);
INSERT INTO state VALUES('index',2002001);
INSERT INTO state VALUES('refoldedKey',0);
INSERT INTO state VALUES('refolding',2);
INSERT INTO state VALUES('sessions',0);
INSERT INTO state VALUES('staleNumbers',0);
INSERT INTO state VALUES('sweptDigest',0);
INSERT INTO state VALUES('sweptKey',0);
CREATE TABLE subscription (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  canonical TEXT NOT NULL UNIQUE,
  home_page TEXT,
  folders TEXT NOT NULL,
  tags TEXT NOT NULL,
  fetches_articles INTEGER NOT NULL CHECK (fetches_articles IN (0, 1)),
  interval INTEGER,
  state TEXT NOT NULL
) STRICT;
INSERT INTO subscription VALUES(1,'晨星日报','晨星日报','http://news.example/feed','https://news.example/feed',NULL,'市场','',0,3600,'{"failures":0,"isGone":false,"lastSuccess":1709294400}');
CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  articles INTEGER NOT NULL DEFAULT 0,
  unread INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0,
  stubs INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kind, folded)
) STRICT;
INSERT INTO term VALUES(0,0,'','',3,3,1,0);
INSERT INTO term VALUES(1,1,'','',0,0,0,0);
INSERT INTO term VALUES(2,2,'','',2,2,0,0);
INSERT INTO term VALUES(3,1,'晨星日报','晨星日报',2,2,1,0);
INSERT INTO term VALUES(4,2,'要闻','要闻',1,1,1,0);
INSERT INTO term VALUES(5,3,'银行','银行',1,1,1,0);
INSERT INTO term VALUES(6,3,'年报','年报',1,1,1,0);
INSERT INTO term VALUES(7,1,'Harbor Wire','harbor wire',1,1,0,0);
INSERT INTO term VALUES(8,3,'rates','rates',1,1,0,0);
INSERT INTO term VALUES(9,3,'锂电','锂电',1,1,0,0);
INSERT INTO term VALUES(20,6,'公司','公司',1,1,0,0);
INSERT INTO term VALUES(21,8,'产能','产能',1,1,0,0);
INSERT INTO term VALUES(22,5,'业绩','业绩',1,1,1,0);
CREATE TABLE undo_part (
  step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  action TEXT NOT NULL,
  keys BLOB NOT NULL,
  PRIMARY KEY (step_id, number)
) STRICT;
INSERT INTO undo_part VALUES(1,1,'unstar',X'01');
CREATE TABLE undo_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  made INTEGER NOT NULL,
  actions TEXT NOT NULL,
  articles INTEGER NOT NULL
) STRICT;
INSERT INTO undo_step VALUES(1,1795960803,'star',1);
CREATE TABLE unindexed (
  article_id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT;
INSERT INTO unindexed VALUES(911124480,1);
INSERT INTO unindexed VALUES(911623680,1);
INSERT INTO unindexed VALUES(911663040,2);
CREATE TABLE volume (
  block INTEGER NOT NULL,
  term_id INTEGER NOT NULL REFERENCES term (id),
  quarter INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  starred INTEGER NOT NULL,
  stubs INTEGER NOT NULL,
  PRIMARY KEY (block, term_id, quarter)
) STRICT, WITHOUT ROWID;
INSERT INTO volume VALUES(659,0,1898176,1,1,0,0);
INSERT INTO volume VALUES(659,0,1899216,1,1,1,0);
INSERT INTO volume VALUES(659,0,1899298,1,1,0,0);
INSERT INTO volume VALUES(659,2,1898176,1,1,0,0);
INSERT INTO volume VALUES(659,2,1899298,1,1,0,0);
INSERT INTO volume VALUES(659,3,1898176,1,1,0,0);
INSERT INTO volume VALUES(659,3,1899216,1,1,1,0);
INSERT INTO volume VALUES(659,4,1899216,1,1,1,0);
INSERT INTO volume VALUES(659,5,1899216,1,1,1,0);
INSERT INTO volume VALUES(659,6,1899216,1,1,1,0);
INSERT INTO volume VALUES(659,7,1899298,1,1,0,0);
INSERT INTO volume VALUES(659,8,1899298,1,1,0,0);
INSERT INTO volume VALUES(659,9,1898176,1,1,0,0);
INSERT INTO volume VALUES(659,20,1898176,1,1,0,0);
INSERT INTO volume VALUES(659,22,1899216,1,1,1,0);
CREATE TABLE unanalysed (
  article_id INTEGER PRIMARY KEY,     -- there may be none any more
  version INTEGER NOT NULL            -- grows while the article waits and is changed again
) STRICT;
INSERT INTO unanalysed VALUES(911124480,0);
INSERT INTO unanalysed VALUES(911623680,0);
INSERT INTO unanalysed VALUES(911663040,1);
CREATE TABLE facet_correction (
  key INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (key, kind, name)
) STRICT, WITHOUT ROWID;
INSERT INTO facet_correction VALUES(3,6,'公司');
CREATE TABLE version (
  key INTEGER NOT NULL,               -- of the article
  number INTEGER NOT NULL,            -- from 1, the oldest
  arrived INTEGER NOT NULL,           -- seconds since 1970-01-01T00:00:00Z
  replaced INTEGER NOT NULL,          -- when the next version arrived
  feed_id INTEGER,                    -- the subscription that brought the next version; NULL for a file or a page
  change INTEGER NOT NULL,            -- ArticleChange, to the next version
  id INTEGER NOT NULL,                -- of the article then: no other article gets it
  published INTEGER NOT NULL,
  is_estimated INTEGER NOT NULL CHECK (is_estimated IN (0, 1)),
  is_stub INTEGER NOT NULL CHECK (is_stub IN (0, 1)),
  source_id INTEGER NOT NULL,
  label_id INTEGER NOT NULL,
  tag_ids TEXT NOT NULL,              -- the page's
  facets TEXT,                        -- StoredFacets; NULL as long as nobody has looked
  title TEXT NOT NULL,
  withdrawn INTEGER NOT NULL,
  total_change INTEGER NOT NULL,      -- ArticleChange: the weightiest until then
  body BLOB NOT NULL,                 -- BodyDelta, from the next version
  PRIMARY KEY (key, number)
) STRICT, WITHOUT ROWID;
INSERT INTO version VALUES(2,1,1709368500,1709372000,NULL,1,911663040,1709368200,0,0,7,2,'8',NULL,'Harbor Wire: ratio cut',0,0,X'013a2680f50a0011000633383a7033342200000132');
INSERT INTO version VALUES(3,1,1709360000,1709380000,NULL,0,911124480,1708358400,0,0,3,2,'9',NULL,'锂电龙头扩产',0,0,X'0133b17908bc003300');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('undo_step',1);
INSERT INTO sqlite_sequence VALUES('subscription',1);
CREATE INDEX article_unread ON article (is_read) WHERE is_read = 0 AND is_muted = 0;
CREATE INDEX article_starred ON article (is_starred) WHERE is_starred = 1 AND is_muted = 0;
CREATE INDEX article_stub ON article (is_stub) WHERE is_stub = 1 AND is_muted = 0;
CREATE INDEX article_muted ON article (is_muted) WHERE is_muted = 1;
CREATE INDEX body_feed ON body (feed_id) WHERE feed_id IS NOT NULL;
CREATE INDEX awaited_page_next ON awaited_page (next_try) WHERE next_try IS NOT NULL;
CREATE INDEX article_arrival ON article (arrived / 86400);
CREATE INDEX article_early ON article (published) WHERE arrived > 0 AND published > arrived + 86400;
CREATE INDEX article_changed ON article (change > 0) WHERE change > 0;
CREATE INDEX article_withdrawn ON article (withdrawn > 0) WHERE withdrawn > 0;
CREATE INDEX version_place ON version (id, arrived, replaced);
CREATE INDEX version_early ON version (published) WHERE published > arrived + 86400;
CREATE INDEX version_end ON version (replaced, arrived, id);
CREATE INDEX version_unread ON version (key) WHERE facets IS NULL;
COMMIT;
