-- MySQL dump 10.13
--
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS `tag`;
CREATE TABLE `tag` (
  `id` int NOT NULL,
  `label_id` int,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
INSERT INTO `tag` VALUES (1,2),(3,4);
CREATE TABLE `news` (
  `id` int NOT NULL AUTO_INCREMENT,
  `title` varchar(255) DEFAULT NULL COMMENT '标题, 必填',
  `content` text,
  `publish_time` datetime DEFAULT NULL,
  `source` varchar(64),
  PRIMARY KEY (`id`),
  KEY `t` (`publish_time`)
);
LOCK TABLES `news` WRITE;
INSERT INTO `news` VALUES (0,'远帆航运上半年货量回升百分之六','远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。公司表示,下半年将增加两条新航线。','2025-06-15 05:42:09','港口日报'),(1,'青禾科技研发中心落户临江新区','青禾科技宣布在临江新区设立研发中心,首批工程师两百名,预计明年秋天投入使用。','2025-06-14 09:51:54','港口日报');
UNLOCK TABLES;
