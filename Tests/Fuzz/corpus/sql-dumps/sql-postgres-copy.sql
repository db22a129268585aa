--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
CREATE TABLE public.news (
    id integer NOT NULL,
    title text
);
COPY public.news (id, title, content, published_at, source) FROM stdin;
1	远帆航运上半年货量回升百分之六	远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。公司表示,下半年将增加两条新航线。	2025-06-15 05:42:09+08	港口日报
2	青禾科技研发中心落户临江新区	青禾科技宣布在临江新区设立研发中心,首批工程师两百名,预计明年秋天投入使用。	2025-06-14 09:51:54+08	\N
\.

ALTER TABLE x ADD y int;
