PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE news(id INTEGER PRIMARY KEY, title TEXT, body TEXT, published INTEGER);
INSERT INTO news VALUES(1,'C:\ports ''and'' berths',replace('One.\nTwo.','\n',char(10)),1749937329);
COMMIT;
