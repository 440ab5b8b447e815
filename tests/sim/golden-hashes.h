  {1, 0xd2878ddf8da79c50u, 0x8eacf1e614bed393u},
  {2, 0xdc62781bd7fa9c9fu, 0x4343e458a48bda86u},
  {7, 0x237acb762ca9cadau, 0x735fc56dc528916fu},
