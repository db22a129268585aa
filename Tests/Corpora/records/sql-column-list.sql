INSERT INTO news (title, body, `date`) VALUES
('It''s six berths; at last', 'Line one.\nLine \'two\' (of 2).', '2025-06-15 05:42:09'),
('Lakeside Foods doubles its orders', 'Lakeside Foods said its new orders doubled from a year earlier. Capacity under construction will be ready next spring.', NULL);
