  {1, 0xc13d1598be23b149u, 0xff0c31f1b654cecau},
  {2, 0x8a36f90ff57fdb2eu, 0x3536692e44d4baf8u},
  {7, 0xb3b952596c1ba1c5u, 0xfd8ad1a130287d60u},
