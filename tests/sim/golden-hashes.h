  {1, 0xd38124bdb4833377u, 0x14f3b5407abad632u},
  {2, 0x0306bff7deddabb3u, 0xddcf2c714fff36adu},
  {7, 0x021ad279d3e9cacau, 0x0972067e427ae67bu},
