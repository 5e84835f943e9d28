-- Public numbers of needs (企业需求): unique, gaps allowed.
CREATE SEQUENCE IF NOT EXISTS need_number;
