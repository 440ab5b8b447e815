  {1, 0xbbec7ad7e4fbfeb1u, 0x1da03afe924fcf9fu},
  {2, 0xfe1a4a2f876e0496u, 0x508bf2fab9dc6672u},
  {7, 0x3f5cea9890133bffu, 0x48fecdf143662237u},
